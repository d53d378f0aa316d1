package org.exops.scoring.decision.model;

import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;
import org.exops.scoring.statistics.model.ClusterSums;
import org.exops.scoring.statistics.model.Estimate;
import org.exops.scoring.statistics.model.HybridSpend;
import org.exops.scoring.statistics.model.LatencyQuantile;
import org.exops.scoring.statistics.model.Published;
import org.jspecify.annotations.Nullable;

/** What a treatment costs and how long it takes, against its budget; what is unknown is not within. */
final class Spending {
    private static final double SHARE = 0.95;

    private final Plan plan;
    private final Evidence.@Nullable Arm arm;
    private final boolean costUnknown;

    Spending(Plan plan, Evidence.@Nullable Arm arm, boolean costUnknown) {
        this.plan = plan;
        this.arm = arm;
        this.costUnknown = costUnknown;
    }

    Optional<BudgetOutcome> outcome(boolean deciding) {
        if (!plan.budget().asked()) {
            return Optional.empty();
        }
        Optional<Estimate> cost = cost();
        Optional<LatencyQuantile> latency = latency(deciding);
        Double costUpper = cost.map(one -> costUpper(one, deciding)).orElse(null);
        Double latencyUpper = latency.map(LatencyQuantile::upper).orElse(null);
        boolean within = within(plan.budget().maxCostUsd(), costUpper) && withinLatency(latencyUpper);
        return Optional.of(new BudgetOutcome(
                cost.map(one -> Published.of(one.value())).orElse(null),
                costUpper,
                latency.map(LatencyQuantile::value).orElse(null),
                latencyUpper,
                within));
    }

    private Optional<Estimate> cost() {
        return arm == null || costUnknown ? Optional.empty() : Scores.estimate(arm.cost(), 1);
    }

    private double costUpper(Estimate cost, boolean deciding) {
        return cost.above(spend().multiplier(cost.n(), cost.clusters(), deciding));
    }

    private Optional<LatencyQuantile> latency(boolean deciding) {
        if (arm == null) {
            return Optional.empty();
        }
        AbstractHistogram histogram = arm.latency().histogram();
        if (histogram == null || histogram.getTotalCount() == 0) {
            return Optional.empty();
        }
        long n = histogram.getTotalCount();
        long clusters = arm.cost().clusters();
        Optional<Estimate> over = overBudget();
        long groups = over.map(Estimate::clusters).orElse(StrictMath.max(2, clusters));
        double multiplier = spend().multiplier(n, groups, deciding);
        return Optional.of(LatencyQuantile.of(histogram, SHARE, multiplier, clusterFactor(over)));
    }

    // Where no case, or every case, is over the budget the factor is moot: the bound lies on the same side as all
    // values.
    private static double clusterFactor(Optional<Estimate> over) {
        return over.filter(one -> one.value() > 0 && one.value() < 1)
                .map(one -> StrictMath.max(1, LatencyQuantile.clusterFactor(one, one.value())))
                .orElse(1.0);
    }

    private Optional<Estimate> overBudget() {
        ClusterSums sums = arm == null ? null : arm.latency().overBudget();
        return sums == null ? Optional.empty() : Scores.estimate(sums, 1);
    }

    private boolean withinLatency(@Nullable Double upper) {
        Long limit = plan.budget().maxP95Millis();
        return within(limit == null ? null : limit.doubleValue(), upper);
    }

    private static boolean within(@Nullable Double limit, @Nullable Double upper) {
        return limit == null || (upper != null && upper <= limit);
    }

    private HybridSpend spend() {
        return new HybridSpend(plan.demand().alpha(), plan.demand().requiredUnits());
    }
}
