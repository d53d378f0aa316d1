package org.exops.scoring.statistics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What must hold of any data. */
class StatisticsPropertyTest {
    @Property(tries = 200)
    void the_order_of_cases_does_not_matter(
            @ForAll @Size(min = 30, max = 60) List<@DoubleRange(min = -1, max = 1) Double> values,
            @ForAll @LongRange(min = 0, max = 1000) long seed) {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));

        Estimate straight = ClusteredMean.estimate(independent(values)).orElseThrow();
        Estimate mixed = ClusteredMean.estimate(independent(shuffled)).orElseThrow();

        assertThat(mixed.value()).isCloseTo(straight.value(), within(1e-12));
        assertThat(mixed.standardError()).isCloseTo(straight.standardError(), within(1e-9));
    }

    @Property(tries = 200)
    void a_scale_scales_mean_and_error_alike(
            @ForAll @Size(min = 30, max = 60) List<@DoubleRange(min = -1, max = 1) Double> values,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double scale) {
        Estimate one = ClusteredMean.estimate(independent(values)).orElseThrow();
        Estimate other =
                ClusteredMean.estimate(independent(values).project(scale)).orElseThrow();

        assertThat(other.value()).isCloseTo(scale * one.value(), within(1e-12 * scale));
        assertThat(other.standardError()).isCloseTo(scale * one.standardError(), within(1e-6 * scale));
    }

    @Property(tries = 200)
    void every_look_gives_finite_bounds_that_enclose_the_estimate(
            @ForAll @DoubleRange(min = -1, max = 1) double value,
            @ForAll @DoubleRange(min = 0, max = 1) double error,
            @ForAll @LongRange(min = 2, max = 1_000_000) long n,
            @ForAll @LongRange(min = 1, max = 1_000_000) long units) {
        Estimate estimate = new Estimate(value, error, n, 2);
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, units);

        Interval interval = sequence.interval(estimate);

        assertThat(interval.lower()).isLessThanOrEqualTo(Published.of(value));
        assertThat(interval.upper()).isGreaterThanOrEqualTo(Published.of(value));
        assertThat(sequence.evidenceAbove(estimate, 0)).isFinite().isNotNegative();
        assertThat(sequence.evidenceBelow(estimate, 0)).isFinite().isNotNegative();
    }

    @Property(tries = 100)
    void a_bound_above_the_origin_is_never_without_its_evidence(
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double value,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double error,
            @ForAll @LongRange(min = 100, max = 10_000) long n) {
        Estimate estimate = new Estimate(value, error, n, 50);
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 2000);

        if (sequence.lower(estimate) > 0) {
            assertThat(sequence.evidenceAbove(estimate, 0)).isGreaterThanOrEqualTo(1 / 0.05);
        }
    }

    @Property(tries = 100)
    void shrinkage_never_leaves_the_range_of_what_was_seen(
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = -0.3, max = 0.3) Double> values,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double error) {
        List<Estimate> estimates = values.stream()
                .map(value -> new Estimate(value, error, 100, 20))
                .toList();

        Shrinkage shrinkage = Shrinkage.of(estimates);

        double smallest = Collections.min(values) - 1e-12;
        double largest = Collections.max(values) + 1e-12;
        assertThat(shrinkage.effects()).allSatisfy(one -> assertThat(one.mean()).isBetween(smallest, largest));
    }

    @Property(tries = 200)
    void adjusted_p_values_keep_their_order_and_never_shrink(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 1) Double> values) {
        List<Double> adjusted = FalseDiscovery.benjaminiHochberg(values);

        for (int i = 0; i < values.size(); i++) {
            assertThat(adjusted.get(i)).isBetween(values.get(i), 1.0);
            for (int j = 0; j < values.size(); j++) {
                if (values.get(i) <= values.get(j)) {
                    assertThat(adjusted.get(i)).isLessThanOrEqualTo(adjusted.get(j));
                }
            }
        }
    }

    @Property(tries = 200)
    void published_numbers_stay_when_published_again(@ForAll double value) {
        if (Double.isFinite(value)) {
            assertThat(Published.of(Published.of(value))).isEqualTo(Published.of(value));
        }
    }

    @Property(tries = 100)
    void which_arm_is_called_control_does_not_matter_to_mcnemar(
            @ForAll @IntRange(max = 500) int one, @ForAll @IntRange(max = 500) int other) {
        assertThat(McNemar.pValue(one, other))
                .isEqualTo(McNemar.pValue(other, one))
                .isBetween(0.0, 1.0);
    }

    private static ClusterSums independent(List<Double> values) {
        RawCases cases = new RawCases(1);
        for (int i = 0; i < values.size(); i++) {
            cases.add("case" + i, values.get(i));
        }
        return cases.sums();
    }
}
