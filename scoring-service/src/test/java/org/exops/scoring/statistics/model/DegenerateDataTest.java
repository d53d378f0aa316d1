package org.exops.scoring.statistics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Data that have no answer get none, and never NaN. */
class DegenerateDataTest {
    @Test
    void nothing_one_case_and_one_cluster_have_no_estimate() {
        RawCases cases = new RawCases(1);

        assertThat(ClusteredMean.estimate(cases.sums())).isEmpty();
        cases.add("a", 1);
        assertThat(ClusteredMean.estimate(cases.sums())).isEmpty();
        cases.add("a", 0);
        assertThat(ClusteredMean.estimate(cases.sums())).isEmpty();
    }

    @Test
    void equal_cases_have_no_error_at_all_rather_than_rounding_noise() {
        RawCases cases = new RawCases(1);
        for (int i = 0; i < 1000; i++) {
            cases.add("cluster" + i % 37, 0.1);
        }

        Estimate estimate = ClusteredMean.estimate(cases.sums()).orElseThrow();

        assertThat(estimate.value()).isCloseTo(0.1, within(1e-12));
        assertThat(estimate.standardError()).isZero();
        assertThat(estimate.probabilityAbove(0)).isEqualTo(1);
        assertThat(estimate.probabilityBelow(0)).isZero();
    }

    @Test
    void without_variance_at_the_threshold_at_least_holds_and_above_does_not() {
        Estimate exact = new Estimate(0, 0, 100, 20);

        assertThat(exact.probabilityAtLeast(0)).isEqualTo(1);
        assertThat(exact.probabilityAbove(0)).isZero();
        assertThat(new ConfidenceSequence(0.05, 100).evidenceAbove(exact, 0)).isLessThan(1);
    }

    @Test
    void an_effect_without_variance_has_the_most_evidence_that_can_be_written_down() {
        Estimate exact = new Estimate(0.1, 0, 100, 20);
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 100);

        assertThat(sequence.evidenceAbove(exact, 0)).isEqualTo(1e300);
        assertThat(sequence.evidenceBelow(exact, 0)).isZero();
        assertThat(sequence.interval(exact)).isEqualTo(new Interval(0.1, 0.1));
    }

    @Test
    void what_is_not_a_number_is_refused_at_the_door() {
        assertThatThrownBy(() -> new ClusterSums(2, 2, List.of(Double.NaN), List.of(0.0), List.of(0.0), 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(Double.POSITIVE_INFINITY, 1, 10, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Published.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FalseDiscovery.benjaminiHochberg(List.of(0.1, Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void impossible_counts_and_sums_of_another_vector_are_refused() {
        assertThatThrownBy(() -> new ClusterSums(1, 2, List.of(0.0), List.of(0.0), List.of(0.0), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClusterSums(2, 2, List.of(0.0, 0.0), List.of(0.0), List.of(0.0), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_look_without_an_observation_is_refused() {
        assertThatThrownBy(() -> new ConfidenceSequence(0.05, 100).oneSidedMultiplier(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_negative_zero_is_published_as_zero() {
        assertThat(Double.doubleToRawLongBits(Published.of(-0.0))).isZero();
    }

    @Test
    void twelve_digits_are_published_and_halves_go_to_the_even_neighbour() {
        assertThat(Published.of(0.1234567890125)).isEqualTo(0.123456789012);
        assertThat(Published.of(1234567890123.0)).isEqualTo(1234567890120.0);
        assertThat(Published.of(1000000000005.0)).isEqualTo(1000000000000.0);
        assertThat(Published.of(1000000000015.0)).isEqualTo(1000000000020.0);
    }

    @Test
    void never_having_happened_is_not_a_rate_of_zero() {
        assertThat(new RareEvents(0, 500).clopperPearsonUpper(0.95)).isGreaterThan(0.005);
        assertThat(new RareEvents(0, 0).clopperPearsonUpper(0.95)).isEqualTo(1);
        assertThat(new RareEvents(3, 3).clopperPearsonUpper(0.95)).isEqualTo(1);
    }

    @Test
    void equal_latencies_are_known_exactly_and_too_few_have_no_upper_bound() {
        Histogram equal = new Histogram(3_600_000, 3);
        equal.recordValueWithCount(250, 10);
        Histogram few = new Histogram(3_600_000, 3);
        for (int i = 1; i <= 20; i++) {
            few.recordValue(i * 10L);
        }

        assertThat(LatencyQuantile.of(equal, 0.95, 2, 1)).isEqualTo(new LatencyQuantile(250, 250.0));
        assertThat(LatencyQuantile.of(few, 0.95, 2, 1).upper()).isNull();
        assertThat(LatencyQuantile.of(few, 0.95, 2, 1).value()).isEqualTo(190);
    }

    @Test
    void the_last_bit_of_a_product_does_not_move_a_rank() {
        Histogram hundred = new Histogram(3_600_000, 3);
        for (int i = 1; i <= 100; i++) {
            hundred.recordValue(i);
        }

        // In doubles 100 · 0.55 is 55.000000000000007.
        assertThat(LatencyQuantile.of(hundred, 0.55, 0, 1)).isEqualTo(new LatencyQuantile(55, 55.0));
    }

    @Test
    void a_cost_that_may_be_zero_leaves_the_break_even_price_open() {
        BreakEven open = BreakEven.of(new BreakEven.Means(0.05, 0.01, 1e-4, 1e-4, 0), 0.95);
        BreakEven none = BreakEven.of(new BreakEven.Means(0.05, 0, 1e-4, 0, 0), 0.95);
        BreakEven everywhere = BreakEven.of(new BreakEven.Means(0.001, 0.001, 1e-2, 1e-2, 0), 0.95);

        assertThat(open.unbounded()).isTrue();
        assertThat(open.value()).isEqualTo(5);
        assertThat(open.lower()).isPositive();
        assertThat(open.upper()).isNull();
        assertThat(none.value()).isNull();
        assertThat(none.unbounded()).isTrue();
        assertThat(everywhere.lower()).isNull();
        assertThat(everywhere.unbounded()).isTrue();
    }

    @Test
    void a_gain_that_is_cheaper_too_breaks_even_at_no_price() {
        BreakEven never = BreakEven.of(new BreakEven.Means(0.05, -0.5, 1e-6, 1e-6, 0), 0.95);

        assertThat(never.value()).isNull();
        assertThat(never.lower()).isNull();
        assertThat(never.unbounded()).isFalse();
    }

    @Test
    void effects_that_do_not_vary_are_not_drawn_anywhere() {
        Shrinkage shrinkage = Shrinkage.of(List.of(new Estimate(0.1, 0, 10, 5), new Estimate(0.3, 0.1, 10, 5)));

        assertThat(shrinkage.effects().get(0).mean()).isEqualTo(0.1);
        assertThat(shrinkage.effects().get(1).mean()).isEqualTo(0.3);
    }
}
