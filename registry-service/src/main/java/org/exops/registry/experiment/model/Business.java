package org.exops.registry.experiment.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the outcome is worth.
 *
 * @param valuePerSuccessUsd V, the value of one case going from 0 to 1
 * @param referenceCostUsd C_ref, the usual cost of a case
 * @param riskBudgetUsd R_ref, the loss per case that is bearable
 * @param minimumWorthwhileScore δ, in units of the score
 */
public record Business(
        String outcome,
        BigDecimal valuePerSuccessUsd,
        BigDecimal referenceCostUsd,
        BigDecimal riskBudgetUsd,
        double minimumWorthwhileScore,
        String decisionOwner,
        List<RiskEvent> riskEvents) {
    public Business {
        riskEvents = List.copyOf(riskEvents);
    }

    /** A harm that may be counted in a case, with its loss in US dollars. */
    public record RiskEvent(String name, BigDecimal lossUsd) {}
}
