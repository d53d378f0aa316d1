package org.exops.window.lease;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.window.lease.model.ExperimentFixture.anExperiment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.Settled;
import org.exops.window.lease.model.Standing;
import org.exops.window.lease.model.SurfaceTree;
import org.exops.window.surface.model.Limit;
import org.exops.window.surface.model.Surface;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private final Vertx vertx = Vertx.vertx();
    private final Lookout lookout = new Lookout(vertx);
    private final Experiment holder = anExperiment("holder").build();
    private final Experiment waiting =
            anExperiment("waiting").until(Instant.parse("2037-01-01T00:00:00Z")).build();
    private final WatchedAdmissions admissions = new WatchedAdmissions();
    private final SurfaceTree tree = watchedTree();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void what_one_that_waits_may_expect_is_foreseen_beside_the_event_loop() throws Exception {
        LeaseOutcome outcome = onEventLoop(() -> lookout.outcome(waiting, tree, () -> new Settled(tree, Map.of())));

        assertThat(((LeaseOutcome.Stands) outcome).standing().earliestStart())
                .isEqualTo(holder.terms().deadline());
        assertThat(admissions.readOnEventLoop).isNotEmpty().containsOnly(false);
    }

    @Test
    void what_a_list_of_those_who_wait_may_expect_is_foreseen_beside_the_event_loop() throws Exception {
        List<Admission> page = List.of(stored(holder), stored(waiting));

        List<Standing> standings = onEventLoop(() -> lookout.standings(page, Map.of("support", tree)));

        assertThat(standings).extracting(Standing::admission).isEqualTo(page);
        assertThat(standings)
                .extracting(Standing::earliestStart)
                .containsExactly(null, holder.terms().deadline());
        assertThat(admissions.readOnEventLoop).isNotEmpty().containsOnly(false);
    }

    @Test
    void one_that_does_not_wait_is_answered_without_a_look_ahead() throws Exception {
        LeaseOutcome outcome = onEventLoop(() -> lookout.outcome(holder, tree, () -> {
            throw new AssertionError("settled for nothing");
        }));

        assertThat(((LeaseOutcome.Stands) outcome).standing()).isEqualTo(Standing.settled(stored(holder)));
    }

    private Admission stored(Experiment experiment) {
        return requireNonNull(tree.admission(experiment.id()));
    }

    private SurfaceTree watchedTree() {
        Surface surface = new Surface(holder.surface(), null, Limit.DEFAULT, 0);
        SurfaceTree settled = new SurfaceTree(
                        Instant.parse("2026-11-02T08:00:00Z"), Map.of(surface.path(), surface), Map.of())
                .request(holder, "requester")
                .settle()
                .tree()
                .request(waiting, "requester")
                .settle()
                .tree();
        admissions.putAll(settled.admissions());
        return new SurfaceTree(settled.now(), settled.surfaces(), admissions);
    }

    private <T> T onEventLoop(Supplier<Uni<T>> work) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        vertx.runOnContext(() -> {
            var subscribed = work.get().subscribe().with(answer::complete, answer::completeExceptionally);
            assertThat(subscribed).isNotNull();
        });
        return answer.get(30, TimeUnit.SECONDS);
    }

    // Every look ahead walks through all admissions; it is noted where.
    private static final class WatchedAdmissions extends LinkedHashMap<UUID, Admission> {
        private static final long serialVersionUID = 1;
        private final transient Queue<Boolean> readOnEventLoop = new ConcurrentLinkedQueue<>();

        @Override
        public Collection<Admission> values() {
            readOnEventLoop.add(Context.isOnEventLoopThread());
            return super.values();
        }

        @Override
        public Set<Map.Entry<UUID, Admission>> entrySet() {
            readOnEventLoop.add(Context.isOnEventLoopThread());
            return super.entrySet();
        }
    }
}
