package org.exops.window.lease;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.window.lease.model.ExperimentFixture.anExperiment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.EventTypes;
import org.exops.kit.json.EventJson;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.TopicReader;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.ExperimentFixture;
import org.exops.window.lease.model.Lease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AdmissionConcurrencyTest {
    private static final int WRITERS = 32;
    private static final int ROUNDS = 20;

    @Inject
    Desk desk;

    @Inject
    Pool pool;

    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

    @AfterEach
    void stopWriters() {
        writers.shutdownNow();
    }

    @Test
    void writers_on_one_surface_never_hold_more_than_the_limit_and_every_change_is_one_event() {
        // Given
        String surface = "one-" + UUID.randomUUID() + "/agent";
        desk.limit(surface, 3, 1);
        List<Experiment> experiments =
                known(WRITERS / 2, n -> anExperiment(key(n)).on(surface).overlapping());
        // When
        race(experiments);
        // Then
        assertThat(mostHeldAtOnce(surface)).isEqualTo(3);
        tokens_grow_per_experiment(experiments);
        assertThat(number("select deadlocks from pg_stat_database where datname = current_database()"))
                .isZero();
        the_newest_events_tell_the_state(experiments);
        assertThat(text("select enforcement_chain_break('%s')::text".formatted(surface)))
                .isEqualTo("null");
    }

    @Test
    void writers_in_one_tree_never_overlap_where_they_exclude_each_other() {
        // Given
        String root = "tree-" + UUID.randomUUID();
        List<String> paths = List.of(root, root + "/a", root + "/a/x", root + "/b");
        paths.forEach(path -> desk.limit(path, 2, 2));
        Random random = new Random(42);
        List<Experiment> experiments = known(WRITERS, n -> draw(key(n), paths.get(n % 4), random));
        // When
        race(experiments);
        // Then
        assertThat(number("""
                select count(*) from holding h join holding o on h.valid && o.valid
                    and starts_with(o.surface, h.surface || '/') and h.surface like '%s%%'
                join experiment e on e.id = h.experiment_id join experiment f on f.id = o.experiment_id
                where not (e.overlap_allowed and f.overlap_allowed)
                    and not populations_disjoint(e.population, f.population)""".formatted(root))).isZero();
        assertThat(number("select count(*) from holding where surface like '%s%%'".formatted(root)))
                .isGreaterThan(WRITERS / 4);
        paths.forEach(path -> assertThat(mostHeldAtOnce(path)).isLessThanOrEqualTo(2));
        the_newest_events_tell_the_state(experiments);
    }

    private static ExperimentFixture draw(String key, String path, Random random) {
        ExperimentFixture drawn = anExperiment(key).on(path);
        if (random.nextBoolean()) {
            drawn.overlapping();
        }
        return random.nextBoolean() ? drawn.reaching("language", random.nextBoolean() ? "de" : "en") : drawn;
    }

    private List<Experiment> known(int count, IntFunction<ExperimentFixture> fixture) {
        return IntStream.range(0, count)
                .mapToObj(n -> desk.learn(fixture.apply(n).build()))
                .toList();
    }

    private static String key(int n) {
        return "race-" + n + "-" + UUID.randomUUID();
    }

    private void race(List<Experiment> experiments) {
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(writer);
            running.add(writers.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    desk.request(experiments.get(random.nextInt(experiments.size())));
                    Experiment other = experiments.get(random.nextInt(experiments.size()));
                    if (hasAsked(other)) {
                        desk.release(other);
                    }
                }
            }));
        }
        running.forEach(AdmissionConcurrencyTest::join);
    }

    private static void join(Future<?> writer) {
        try {
            Object nothing = writer.get(120, TimeUnit.SECONDS);
            assertThat(nothing).isNull();
        } catch (Exception e) {
            throw new AssertionError("a writer failed", e);
        }
    }

    // The number held can only grow where a holding begins, so the greatest is seen there.
    private long mostHeldAtOnce(String surface) {
        return number("""
                select coalesce(max(held), 0) from (
                    select (select count(*) from holding o where o.surface = h.surface and o.valid @> h.held_from) as held
                    from holding h where h.surface = '%s' and not isempty(h.valid)) counts""".formatted(surface));
    }

    private void tokens_grow_per_experiment(List<Experiment> experiments) {
        assertThat(number("select count(*) from holding where surface = '%s'"
                        .formatted(experiments.get(0).surface())))
                .isGreaterThan(WRITERS / 4);
        for (Experiment experiment : experiments) {
            List<Long> tokens = rows(
                            "select fencing_token from holding where experiment_id = '%s' order by held_from, id"
                                    .formatted(experiment.id()))
                    .stream()
                    .map(row -> row.getLong(0))
                    .toList();
            assertThat(tokens).doesNotHaveDuplicates().isSorted();
        }
    }

    private void the_newest_events_tell_the_state(List<Experiment> experiments) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> number("select count(*) from outbox") == 0);
        try (TopicReader topic = Events.read(EventTypes.ADMISSION.topic())) {
            List<Experiment> asked = experiments.stream().filter(this::hasAsked).toList();
            Map<String, Long> revisions = asked.stream()
                    .collect(Collectors.toMap(experiment -> experiment.id().toString(), this::revision));
            var records = topic.until(all -> all.stream()
                            .filter(it -> revisions.containsKey(it.key()))
                            .count()
                    >= revisions.values().stream().mapToLong(Long::longValue).sum());
            for (Experiment experiment : asked) {
                List<AdmissionSnapshot> events = records.stream()
                        .filter(it -> experiment.id().toString().equals(it.key()))
                        .map(it -> EventJson.read(it.value(), AdmissionSnapshot.class))
                        .toList();
                assertThat(events)
                        .extracting(AdmissionSnapshot::revision)
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, (int) revision(experiment))
                                .mapToObj(Long::valueOf)
                                .toList());
                tells(
                        events.stream()
                                .max(Comparator.comparing(AdmissionSnapshot::revision))
                                .orElseThrow(),
                        desk.find(experiment).admission());
            }
        }
    }

    private static void tells(AdmissionSnapshot newest, Admission stored) {
        assertThat(newest.status().name()).isEqualTo(stored.status().name());
        assertThat(newest.requestedBy()).isEqualTo(stored.request().by());
        Lease lease = stored.lease();
        if (lease == null) {
            assertThat(newest.lease()).isNull();
            return;
        }
        AdmissionSnapshot.Lease told = requireNonNull(newest.lease());
        assertThat(told.fencingToken()).isEqualTo(lease.fencingToken());
        assertThat(told.slot()).isEqualTo(lease.slot().number());
        assertThat(told.from()).isEqualTo(lease.from());
        assertThat(told.until()).isEqualTo(lease.until());
    }

    private boolean hasAsked(Experiment experiment) {
        return number("select count(*) from admission where experiment_id = '%s'".formatted(experiment.id())) > 0;
    }

    private long revision(Experiment experiment) {
        return number("select revision from admission where experiment_id = '%s'".formatted(experiment.id()));
    }

    private long number(String query) {
        return requireNonNull(rows(query).get(0).getLong(0));
    }

    private String text(String query) {
        return String.valueOf(rows(query).get(0).getString(0));
    }

    private List<Row> rows(String query) {
        return StreamSupport.stream(
                        pool.query(query).execute().await().indefinitely().spliterator(), false)
                .toList();
    }
}
