package org.exops.scoring.decision.model;

import java.util.Optional;
import org.exops.scoring.statistics.model.ClusterSums;
import org.exops.scoring.statistics.model.ClusteredMean;
import org.exops.scoring.statistics.model.Estimate;

/**
 * The paired differences of one treatment. S is linear in (quality, cost, risk), so one covariance answers for every weight.
 */
final class Scores {
    private final Evidence.Pair pair;
    private final Plan.Worth worth;

    Scores(Evidence.Pair pair, Plan.Worth worth) {
        this.pair = pair;
        this.worth = worth;
    }

    /** When too few pairs have a cost in both arms, S goes on without its cost part. */
    boolean costUnknown() {
        return pair.score().n() < Rules.COVERAGE * pair.quality().n();
    }

    /** The pairs that S runs over. */
    long n() {
        return deciding().n();
    }

    long clusters() {
        return deciding().clusters();
    }

    boolean burnedIn() {
        return Rules.burnedIn(n(), clusters());
    }

    Optional<Estimate> score(Strategy strategy) {
        Weights weights = Weights.of(strategy, worth);
        return costUnknown()
                ? estimate(pair.quality(), 1, -weights.riskPerUsd())
                : estimate(pair.score(), 1, -weights.costPerUsd(), -weights.riskPerUsd());
    }

    Optional<Estimate> quality() {
        return estimate(pair.quality(), 1, 0);
    }

    /** In units of C_ref. */
    Optional<Estimate> cost() {
        return estimate(pair.score(), 0, 1 / worth.referenceCost(), 0);
    }

    /** In units of R_ref. */
    Optional<Estimate> risk() {
        return estimate(pair.quality(), 0, 1 / worth.riskBudget());
    }

    /** The mean vector behind the break-even price; absent when costs are unknown. */
    Optional<ClusteredMean> mean() {
        return costUnknown() || clusters() < Rules.FEWEST_CLUSTERS ? Optional.empty() : ClusteredMean.of(pair.score());
    }

    private ClusterSums deciding() {
        return costUnknown() ? pair.quality() : pair.score();
    }

    /** With fewer than ten clusters there is no estimate: the standard error would be a guess. */
    static Optional<Estimate> estimate(ClusterSums sums, double... weights) {
        if (sums.clusters() < Rules.FEWEST_CLUSTERS) {
            return Optional.empty();
        }
        return ClusteredMean.of(sums).map(mean -> mean.project(weights));
    }
}
