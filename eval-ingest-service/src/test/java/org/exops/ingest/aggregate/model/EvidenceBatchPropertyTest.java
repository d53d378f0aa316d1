package org.exops.ingest.aggregate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.ingest.aggregate.model.Samples.PLAN;
import static org.exops.ingest.aggregate.model.Samples.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;

/** Whatever the order, the batches and the repetitions: the sums are those of a recomputation from everything at once. */
class EvidenceBatchPropertyTest {
    private static final List<CaseStatus> STATUSES = List.of(
            CaseStatus.OK, CaseStatus.OK, CaseStatus.OK, CaseStatus.FAILED, CaseStatus.ERROR, CaseStatus.UNSCORED);

    @Property(tries = 150, seed = "20261122")
    void any_order_batching_and_repetition_agrees_with_a_recomputation(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int caseCount,
            @ForAll @IntRange(min = 1, max = 3) int runs) {
        // Given
        Random random = new Random(seed);
        List<Observation> everything = new ArrayList<>();
        Shelf shelf = new Shelf(PLAN);

        // When
        for (int run = 0; run < runs; run++) {
            List<Observation> ofRun = randomRun(random, caseCount);
            everything.addAll(ofRun);
            count(random, shelf, ofRun);
        }

        // Then
        assertAgrees(shelf.totals(), new Recomputation(PLAN, everything), everything);
    }

    private static void count(Random random, Shelf shelf, List<Observation> ofRun) {
        List<Observation> sent = new ArrayList<>(ofRun);
        ofRun.stream().filter(seen -> random.nextInt(5) == 0).forEach(sent::add);
        Collections.shuffle(sent, random);
        UUID run = new UUID(random.nextLong(), random.nextLong());
        int repeated = 0;
        for (int from = 0; from < sent.size(); ) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(20));
            repeated += shelf.count(run, sent.subList(from, to)).size();
            from = to;
        }
        assertThat(repeated).isEqualTo(sent.size() - ofRun.size());
    }

    private static List<Observation> randomRun(Random random, int caseCount) {
        List<Observation> run = new ArrayList<>();
        for (int number = 0; number < caseCount; number++) {
            for (String variant : PLAN.variants()) {
                int trials = random.nextInt(4) == 0 ? 3 : random.nextInt(6) == 0 ? 0 : 1;
                for (int trial = 0; trial < trials; trial++) {
                    run.add(randomObservation(random, variant, "case-" + number, trial));
                }
            }
        }
        return run;
    }

    private static Observation randomObservation(Random random, String variant, String caseId, int trial) {
        Map<String, Double> metrics = new java.util.TreeMap<>();
        if (random.nextInt(6) > 0) {
            metrics.put("task_success", random.nextBoolean() ? random.nextInt(2) : random.nextDouble());
        }
        if (random.nextInt(3) > 0) {
            metrics.put("toxicity", 5 * random.nextDouble());
        }
        if (random.nextInt(3) > 0) {
            metrics.put("length", 1e6 * random.nextDouble());
        }
        CaseStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
        return seen(variant, caseId)
                .trial(trial)
                .status(status)
                .metrics(metrics)
                .cluster(random.nextInt(3) > 0 ? "cluster-" + random.nextInt(7) : null)
                .segment(
                        random.nextInt(4) > 0
                                ? Map.of(
                                        "tenant",
                                        "t" + random.nextInt(3),
                                        "language",
                                        random.nextBoolean() ? "de" : "en")
                                : Map.of())
                .cost(random.nextInt(5) > 0 ? random.nextDouble() * Math.pow(10, -random.nextInt(6)) : null)
                .latency(random.nextInt(5) > 0 ? Duration.ofMillis(random.nextInt(6000)) : null)
                .riskEvents(random.nextInt(6) == 0 ? Map.of("wrong_refund", 1L, "unknown", 3L) : Map.of())
                .made();
    }

    private static void assertAgrees(EvidenceTotals totals, Recomputation expected, List<Observation> everything) {
        assertThat(totals.cases()).isEqualTo(expected.casesSeen());
        for (int variant = 0; variant < 3; variant++) {
            assertAgrees(totals.cost(variant), expected.cost(variant));
            assertAgrees(totals.overBudget(variant), expected.overBudget(variant));
            assertStatuses(totals.arm(variant), PLAN.variants().get(variant), everything);
        }
        for (int pair = 0; pair < 2; pair++) {
            assertAgrees(totals.score(pair), expected.score(pair + 1));
            assertAgrees(totals.quality(pair), expected.quality(pair + 1));
            assertThat(totals.pair(pair).cases()).isEqualTo(totals.quality(pair).n());
            assertAgrees(totals.metric(pair, 0), expected.metric(pair + 1, 0));
            assertAgrees(totals.metric(pair, 1), expected.metric(pair + 1, 1));
            for (int segment = 0; segment < totals.segments().known().size(); segment++) {
                Map<String, String> where = totals.segments().known().get(segment);
                assertAgrees(totals.segment(pair, segment), expected.segment(pair + 1, where));
            }
        }
        totals.moments().forEach((key, sums) -> {
            Map<String, String> where = key.segment() == MomentKey.EVERYTHING
                    ? Map.of()
                    : totals.segments().known().get(key.segment());
            assertAgrees(sums.all(), expected.moments(key.variant(), key.metric(), where, false));
            assertAgrees(sums.ifErrorsDropped(), expected.moments(key.variant(), key.metric(), where, true));
        });
    }

    private static void assertStatuses(ArmTotals arm, String variant, List<Observation> everything) {
        for (CaseStatus status : CaseStatus.values()) {
            assertThat(arm.count(status))
                    .isEqualTo(everything.stream()
                            .filter(seen -> seen.identity().variant().equals(variant) && seen.status() == status)
                            .count());
        }
        assertThat(arm.latencies().getTotalCount())
                .isEqualTo(everything.stream()
                        .filter(seen -> seen.identity().variant().equals(variant)
                                && seen.measures().latency() != null)
                        .count());
    }

    private static void assertAgrees(ClusteredTotal actual, Recomputation.Clustered expected) {
        assertThat(actual.n()).isEqualTo(expected.n());
        assertThat(actual.clusters()).isEqualTo(expected.clusters());
        assertClose(actual.sums(), expected.sums());
        assertClose(actual.crossProducts(), expected.products());
        assertClose(actual.sizeWeighted(), expected.weighted());
        assertThat(actual.sizeSquares()).isEqualTo(expected.sizeSquares());
    }

    private static void assertAgrees(MomentSum actual, Recomputation.Moments expected) {
        assertThat(actual.n()).isEqualTo(expected.n());
        assertClose(actual.mean(), expected.mean());
        assertClose(actual.m2(), expected.m2());
    }

    private static void assertClose(List<Double> actual, List<Double> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int index = 0; index < actual.size(); index++) {
            assertClose(actual.get(index), expected.get(index));
        }
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, Offset.offset(1e-12 * Math.abs(expected) + 1e-20));
    }
}
