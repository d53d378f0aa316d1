package org.exops.scoring.decision.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** (e) The upper bounds of cost and p95 latency are within the budget, if there is one; unknown is not within. */
final class WithinBudget implements ProofCondition {
    @Override
    public Optional<Reason> unmet(Trial trial) {
        return trial.spending()
                .outcome(trial.deciding())
                .filter(outcome -> !outcome.within())
                .map(outcome -> reason(trial.plan().budget(), outcome));
    }

    private static Reason reason(Plan.Budget budget, BudgetOutcome outcome) {
        Double cost = budget.maxCostUsd();
        Long latency = budget.maxP95Millis();
        String text = "";
        if (cost != null) {
            text += "cost per case is at most " + usd(outcome.costUpperUsd()) + " of " + Wording.usd(cost);
        }
        if (latency != null) {
            text += (text.isEmpty() ? "" : "; ") + "p95 latency is at most " + seconds(outcome.p95UpperMillis())
                    + " of " + Wording.seconds(latency);
        }
        return new Reason("BUDGET_NOT_PROVEN", "Upper bounds against the budget: " + text);
    }

    private static String usd(@Nullable Double amount) {
        return amount == null ? "an unknown amount" : Wording.usd(amount);
    }

    private static String seconds(@Nullable Double millis) {
        return millis == null ? "an unknown time" : Wording.seconds(millis);
    }
}
