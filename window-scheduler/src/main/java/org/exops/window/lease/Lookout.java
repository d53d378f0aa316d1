package org.exops.window.lease;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.Outlook;
import org.exops.window.lease.model.Settled;
import org.exops.window.lease.model.Standing;
import org.exops.window.lease.model.SurfaceTree;

/**
 * Tells those who wait their place, the reasons and the earliest start. A forecast settles the tree many times over, so it is made
 * beside the event loop, and after the transaction: nobody waits for it at a lock.
 */
@ApplicationScoped
class Lookout {
    private final Vertx vertx;

    Lookout(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * How the experiment's admission stands.
     *
     * @param stored the tree as the database has it: it says what is granted
     * @param settled the same tree settled: it says only what a waiting one may expect
     */
    Uni<LeaseOutcome> outcome(Experiment experiment, SurfaceTree stored, Supplier<Settled> settled) {
        Admission admission = stored.admission(experiment.id());
        if (admission == null) {
            return Uni.createFrom().item(new LeaseOutcome.NeverAsked(experiment.key()));
        }
        Uni<Standing> standing = waits(admission)
                ? vertx.executeBlocking(() -> Outlook.of(settled.get()).of(admission), false)
                : Uni.createFrom().item(Standing.settled(admission));
        return standing.map(LeaseOutcome.Stands::new);
    }

    /** The admissions in their order; {@code trees}, by root, has the stored tree of each that waits. */
    Uni<List<Standing>> standings(List<Admission> admissions, Map<String, SurfaceTree> trees) {
        return trees.isEmpty()
                ? Uni.createFrom()
                        .item(admissions.stream().map(Standing::settled).toList())
                : vertx.executeBlocking(() -> foreseen(admissions, trees), false);
    }

    private static List<Standing> foreseen(List<Admission> admissions, Map<String, SurfaceTree> trees) {
        Map<String, Outlook> outlooks = trees.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, tree -> Outlook.of(tree.getValue().settle())));
        return admissions.stream()
                .map(admission -> waits(admission)
                        ? Objects.requireNonNull(outlooks.get(
                                        admission.experiment().surface().root()))
                                .of(admission)
                        : Standing.settled(admission))
                .toList();
    }

    private static boolean waits(Admission admission) {
        return admission.status() == AdmissionStatus.QUEUED;
    }
}
