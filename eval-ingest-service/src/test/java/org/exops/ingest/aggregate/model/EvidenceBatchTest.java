package org.exops.ingest.aggregate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.ingest.aggregate.model.Samples.PLAN;
import static org.exops.ingest.aggregate.model.Samples.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;
import org.junit.jupiter.api.Test;

class EvidenceBatchTest {
    private static final MomentKey TARGET_OF_A = new MomentKey(0, 0, MomentKey.EVERYTHING);
    private final Shelf shelf = new Shelf(PLAN);

    @Test
    void failed_and_errored_cases_count_as_zero_quality_and_unscored_ones_are_missing() {
        // When
        count(
                seen("A", "solved").success(1).made(),
                seen("A", "failed").status(CaseStatus.FAILED).made(),
                seen("A", "errored").status(CaseStatus.ERROR).made(),
                seen("A", "unscored").status(CaseStatus.UNSCORED).made());

        // Then
        MetricSums target = targetOfA();
        assertThat(target.all().n()).isEqualTo(3);
        assertThat(target.all().mean()).isEqualTo(1.0 / 3);
        assertThat(target.ifErrorsDropped().n()).isEqualTo(2);
        assertThat(target.ifErrorsDropped().mean()).isEqualTo(0.5);
        assertThat(shelf.totals().cases()).isEqualTo(4);
    }

    @Test
    void a_value_that_was_scored_on_a_failed_case_is_kept_and_one_of_an_error_row_is_not() {
        // When
        count(
                seen("A", "failed").status(CaseStatus.FAILED).success(0.25).made(),
                seen("A", "errored").status(CaseStatus.ERROR).success(0.75).made());

        // Then
        MetricSums target = targetOfA();
        assertThat(target.all().mean()).isEqualTo(0.125);
        assertThat(target.ifErrorsDropped().mean()).isEqualTo(0.25);
    }

    @Test
    void an_unknown_cost_is_not_zero_and_keeps_the_pair_out_of_the_score_alone() {
        // When
        count(
                seen("A", "priced").success(1).cost(0.02).made(),
                seen("B", "priced").success(1).cost(0.03).made(),
                seen("A", "unpriced").success(0).made(),
                seen("B", "unpriced").success(1).cost(0.03).made());

        // Then
        EvidenceTotals totals = shelf.totals();
        assertThat(totals.cost(0).n()).isEqualTo(1);
        assertThat(totals.cost(0).sums()).containsExactly(0.02);
        assertThat(totals.score(0).n()).isEqualTo(1);
        assertThat(totals.quality(0).n()).isEqualTo(2);
        assertThat(totals.quality(0).sums()).containsExactly(1.0, 0.0);
    }

    @Test
    void the_tools_verdict_stands_for_the_target_unless_it_was_scored_by_name() {
        // When
        count(
                seen("A", "verdict")
                        .metrics(Map.of(Observation.TOOL_VERDICT, 1.0))
                        .made(),
                seen("A", "named")
                        .metrics(Map.of(Observation.TOOL_VERDICT, 1.0, "task_success", 0.5))
                        .made());

        // Then
        assertThat(targetOfA().all().mean()).isEqualTo(0.75);
    }

    @Test
    void lower_is_better_turns_the_difference_round() {
        // When
        count(
                seen("A", "c").metrics(Map.of("toxicity", 4.0)).made(),
                seen("B", "c").metrics(Map.of("toxicity", 1.0)).made());

        // Then
        assertThat(shelf.totals().metric(0, 1).sums()).containsExactly(0.6);
    }

    @Test
    void a_case_that_one_arm_lost_is_missing_there() {
        // When
        count(
                seen("A", "both").success(1).made(),
                seen("B", "both").success(1).made(),
                seen("A", "onlyInA").success(1).made(),
                seen("B", "onlyInB").success(1).made(),
                seen("A", "unscoredInB").success(1).made(),
                seen("B", "unscoredInB").status(CaseStatus.UNSCORED).made());

        // Then
        PairTally pair = shelf.totals().pair(0);
        assertThat(pair.cases()).isEqualTo(1);
        assertThat(pair.missingInControl()).isEqualTo(1);
        assertThat(pair.missingInTreatment()).isEqualTo(2);
        assertThat(shelf.totals().cases()).isEqualTo(4);
    }

    @Test
    void protected_segments_come_first_and_values_past_the_limit_are_folded_into_other() {
        // Given
        List<Observation> many = new ArrayList<>();
        for (int tenant = 0; tenant < 80; tenant++) {
            for (String variant : List.of("A", "B")) {
                many.add(seen(variant, "case-" + tenant)
                        .success(1)
                        .segment(Map.of("tenant", "tenant-" + tenant))
                        .made());
            }
        }
        many.add(seen("A", "late").success(1).segment(Map.of("language", "de")).made());
        many.add(seen("B", "late").success(0).segment(Map.of("language", "de")).made());

        // When
        assertThat(shelf.count(UUID.randomUUID(), many)).isEmpty();

        // Then
        EvidenceTotals totals = shelf.totals();
        List<Map<String, String>> known = totals.segments().known();
        assertThat(known).hasSize(51).first(InstanceOfAssertFactories.MAP).isEqualTo(Map.of("language", "de"));
        assertThat(totals.segments().folded()).isTrue();
        assertThat(totals.segment(0, 0).sums()).containsExactly(-1.0);
        assertThat(totals.segment(0, known.indexOf(Map.of("tenant", "other"))).n())
                .isEqualTo(31);
    }

    @Test
    void what_is_kept_does_not_grow_with_the_number_of_cases_or_of_their_repeats() {
        // Given
        for (int run = 0; run < 3; run++) {
            countRun(run, 50);
        }
        int sizeOfTotals = shelf.sizeOfTotals();
        int sizeOfCase = shelf.sizeOfCase("case-1", 0);

        // When
        for (int run = 3; run < 60; run++) {
            countRun(run, 50 + run);
        }

        // Then
        assertThat(shelf.sizeOfTotals()).isLessThan(sizeOfTotals + 200);
        assertThat(shelf.sizeOfCase("case-1", 0)).isEqualTo(sizeOfCase);
    }

    private void countRun(int run, int cases) {
        List<Observation> observations = new ArrayList<>();
        for (int number = 0; number < cases; number++) {
            observations.add(
                    seen("A", "case-" + number).success(number % 2).cost(0.01).made());
            observations.add(seen("B", "case-" + number).success(1).cost(0.02).made());
        }
        assertThat(shelf.count(new UUID(0, run), observations)).isEmpty();
    }

    private MetricSums targetOfA() {
        return Objects.requireNonNull(shelf.totals().moments().get(TARGET_OF_A));
    }

    private void count(Observation... observations) {
        assertThat(shelf.count(UUID.randomUUID(), List.of(observations))).isEmpty();
    }
}
