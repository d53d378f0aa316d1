package org.exops.scoring.decision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.exops.scoring.statistics.model.ClusterSums;
import org.junit.jupiter.api.Test;

/**
 * The quick, seeded form of the proof that unlimited looks do not inflate false rollouts: 30 looks at each experiment, through
 * the steps themselves. A single rollout at any look counts.
 */
class StoppingRuleTest {
    private static final int LOOKS = 30;
    private static final int REQUIRED = 600;
    private static final int EXPERIMENTS = 800;
    private static final double SPREAD = 0.5;

    private final Hearing hearing = new Hearing();

    @Test
    void false_rollouts_stay_within_alpha_over_thirty_looks() {
        double rate = rolloutRate(0, new Random(20261122));

        // α is 5%; the simulated rate is near 4%.
        assertThat(rate).isLessThanOrEqualTo(0.06);
        assertThat(rate).isGreaterThan(0.01);
    }

    @Test
    void a_real_gain_is_usually_found() {
        // The effect that a single test of these units would see with 80% power.
        double effect = (1.645 + 0.842) * SPREAD / Math.sqrt(REQUIRED);

        assertThat(rolloutRate(effect, new Random(3))).isBetween(0.70, 0.86);
    }

    private double rolloutRate(double effect, Random random) {
        int rollouts = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            rollouts += rollsOut(effect, random) ? 1 : 0;
        }
        return (double) rollouts / EXPERIMENTS;
    }

    private boolean rollsOut(double effect, Random random) {
        List<Past> past = List.of();
        double sum = 0;
        double squares = 0;
        int cases = 0;
        for (int look = 1; look <= LOOKS; look++) {
            while (cases < REQUIRED * look / LOOKS) {
                double difference = effect + SPREAD * random.nextGaussian();
                sum += difference;
                squares += difference * difference;
                cases++;
            }
            Trial trial = new Trial(docket(cases, sum, squares, past), "B");
            Conclusion conclusion = hearing.hear(trial);
            if (conclusion.recommendation() == Recommendation.ROLLOUT) {
                return true;
            }
            past = List.of(Looks.of(trial, conclusion).past());
        }
        return false;
    }

    private static Docket docket(int cases, double sum, double squares, List<Past> past) {
        Evidence.Runs runs = new Evidence.Runs(1, List.of("set@1"), Dockets.REGISTERED, Dockets.REGISTERED);
        Evidence evidence = new Evidence(
                cases,
                List.of(arm("A", runs), arm("B", runs)),
                List.of(new Evidence.Pair(
                        "A",
                        "B",
                        new Evidence.Pairing(cases, 0, 0),
                        scalars(3, cases, sum, squares),
                        scalars(2, cases, sum, squares),
                        List.of())));
        Plan plan = new Plan(
                new Plan.Scope(Plan.Target.PROMPT, Plan.Tier.LOW, Plan.Deciding.OFFLINE, "A", List.of("B"), null),
                new Plan.Schedule(Dockets.REGISTERED, Dockets.DEADLINE, Duration.ZERO, Duration.ofDays(7)),
                new Plan.Demand(REQUIRED, 0.05, 0.8),
                new Plan.Worth(1, 1, 1, 0),
                new Strategy("even", 1, 1, 1, 0.5),
                new Plan.Measures(new Plan.Measure("score", 100), List.of(), List.of()),
                new Plan.Budget(null, null));
        return new Docket(plan, evidence, past, Dockets.REGISTERED);
    }

    /** Each case a cluster of its own; cost and risk do not differ. */
    private static ClusterSums scalars(int dimensions, int cases, double sum, double squares) {
        List<Double> first = new ArrayList<>(Collections.nCopies(dimensions, 0.0));
        first.set(0, sum);
        List<Double> products = new ArrayList<>(Collections.nCopies(dimensions * (dimensions + 1) / 2, 0.0));
        products.set(0, squares);
        return new ClusterSums(cases, cases, first, products, first, cases);
    }

    private static Evidence.Arm arm(String name, Evidence.Runs runs) {
        return new Evidence.Arm(name, runs, ClusterSums.none(1), new Evidence.Latency(null, null));
    }
}
