package org.exops.scoring.decision.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What registration froze: how evidence will be judged, before any of it is seen. */
public record Plan(
        Scope scope,
        Schedule schedule,
        Demand demand,
        Worth worth,
        Strategy strategy,
        Measures measures,
        Budget budget) {

    /** The same plan under other weights: for simulation, presets and sensitivity. */
    public Plan under(Strategy other) {
        return new Plan(scope, schedule, demand, worth, other, measures, budget);
    }

    /** What the experiment changes. */
    public enum Target {
        PROMPT,
        MODEL,
        WORKFLOW
    }

    /** How much is at risk. */
    public enum Tier {
        LOW,
        ELEVATED,
        HIGH
    }

    /** Which evidence decides. */
    public enum Deciding {
        OFFLINE,
        PRODUCTION,
        BOTH
    }

    /**
     * What is compared.
     *
     * @param evalSet {@code name@version}; absent when the first run sets it
     */
    public record Scope(
            Target target,
            Tier tier,
            Deciding deciding,
            String control,
            List<String> treatments,
            @Nullable String evalSet) {}

    /** When it may be judged. */
    public record Schedule(Instant registeredAt, Instant deadlineAt, Duration minimumDuration, Duration maxControlAge) {

        boolean deadlinePassed(Instant at) {
            return !at.isBefore(deadlineAt);
        }

        Instant minimumReachedAt() {
            return registeredAt.plus(minimumDuration);
        }
    }

    /**
     * How much evidence is asked for.
     *
     * @param requiredUnits N, in paired cases
     * @param alpha one-sided error of a false rollout
     */
    public record Demand(long requiredUnits, double alpha, double power) {

        public Demand {
            if (requiredUnits < 1 || !(alpha > 0 && alpha < 0.5) || !(power > 0 && power < 1)) {
                throw new IllegalArgumentException("Impossible demand: N " + requiredUnits + ", alpha " + alpha);
            }
        }
    }

    /**
     * What the outcome is worth, in US dollars per case.
     *
     * @param perSuccess V
     * @param referenceCost C_ref
     * @param riskBudget R_ref
     * @param minimumScore δ, in units of the score
     */
    public record Worth(double perSuccess, double referenceCost, double riskBudget, double minimumScore) {

        public Worth {
            if (!(perSuccess > 0) || !(referenceCost > 0) || !(riskBudget > 0)) {
                throw new IllegalArgumentException("Value, reference cost and risk budget are positive amounts");
            }
        }
    }

    /** The target metric, what must not get worse, and for whom. */
    public record Measures(Measure target, List<Guardrail> guardrails, List<ProtectedSegment> protectedSegments) {}

    /** A metric with the fewest observations that count as an answer. */
    public record Measure(String name, long minimumN) {}

    /**
     * A metric that must be proven not worse.
     *
     * @param margin as a share of its range
     */
    public record Guardrail(String name, long minimumN, double margin) {}

    /** A segment of the target that must be proven not worse. */
    public record ProtectedSegment(Map<String, String> where, long minimumN, double margin) {}

    /** What a case may cost and how long 95% of them may take; absent limits are not asked. */
    public record Budget(
            @Nullable Double maxCostUsd, @Nullable Long maxP95Millis) {

        boolean asked() {
            return maxCostUsd != null || maxP95Millis != null;
        }
    }
}
