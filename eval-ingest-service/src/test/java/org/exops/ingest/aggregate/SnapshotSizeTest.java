package org.exops.ingest.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.ingest.aggregate.model.EvidenceBatch;
import org.exops.ingest.aggregate.model.EvidenceTotals;
import org.exops.ingest.aggregate.model.RunTally;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.experiment.model.Metric;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.experiment.model.Segmentation;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;
import org.exops.kit.json.EventJson;
import org.junit.jupiter.api.Test;

class SnapshotSizeTest {
    private static final Map<String, String> PROTECTED = Map.of("language", "value-0");

    @Test
    void a_snapshot_of_many_arms_metrics_segments_and_runs_fits_and_keeps_what_is_protected() {
        // Given
        Plan plan = plan(8, 6);
        EvidenceTotals totals = new EvidenceTotals(plan);
        EvidenceBatch batch = new EvidenceBatch(totals);
        List<Observation> seen = new ArrayList<>();
        for (String variant : plan.variants()) {
            for (int number = 0; number < 120; number++) {
                seen.add(observation(plan, variant, number));
            }
        }
        assertThat(batch.count(UUID.randomUUID(), seen)).isEmpty();
        for (int variant = 0; variant < plan.variants().size(); variant++) {
            for (int run = 0; run < 20; run++) {
                batch.finish(
                        variant, new RunTally.CountedRun("id", "名".repeat(250) + run, 1, "d"), null, Instant.EPOCH);
            }
        }

        // When
        EvidenceSnapshot snapshot = new SnapshotDrawing(
                        new KnownExperiment(UUID.randomUUID(), "key", "team", 1, false, plan), totals)
                .draw(1, Instant.EPOCH);

        // Then
        assertThat(EventJson.bytes(snapshot)).hasSizeLessThanOrEqualTo(256 * 1024);
        assertThat(snapshot.folded()).isTrue();
        assertThat(snapshot.pairs())
                .hasSize(7)
                .allSatisfy(pair -> assertThat(pair.metrics())
                        .extracting(EvidenceSnapshot.PairedMetric::segment)
                        .contains(Map.of(), PROTECTED));
    }

    private static Plan plan(int variants, int metrics) {
        List<Metric> all = IntStream.range(0, metrics)
                .mapToObj(number -> new Metric(
                        "metric-" + number, number == 0 ? Metric.Role.TARGET : Metric.Role.GUARDRAIL, 0, 1, false))
                .toList();
        return new Plan(
                IntStream.range(0, variants).mapToObj(number -> "V" + number).toList(),
                0,
                all,
                Map.of(),
                Duration.ofSeconds(3),
                new Segmentation(List.of(List.of("language"), List.of("tenant")), List.of(PROTECTED)),
                null);
    }

    private static Observation observation(Plan plan, String variant, int number) {
        Map<String, Double> metrics = new TreeMap<>();
        plan.metrics().forEach(metric -> metrics.put(metric.name(), 1.0 / (number + 3)));
        return new Observation(
                1,
                new Observation.Identity(variant, "case-" + number, 0),
                CaseStatus.OK,
                new Observation.Grouping(
                        null, Map.of("language", "value-" + number % 40, "tenant", "tenant-" + number % 30)),
                new Observation.Measures(
                        metrics,
                        BigDecimal.valueOf(0.01 / (number + 7)),
                        Duration.ofMillis(31L * number + 1),
                        Map.of(),
                        Map.of()),
                null);
    }
}
