package org.exops.scoring.decision.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Step 1. Offline runs expose nobody, so every gate is {@code NOT_OBSERVED}: allowed for an offline plan at tier LOW. For any
 * other plan it is recorded here and answered by the sufficiency step, after harm.
 */
final class GateStep implements ExperimentStep {
    private static final List<String> GATES = List.of("PII_EXPOSURE", "PRIVILEGE_ESCALATION", "UNAPPROVED_SIDE_EFFECT");

    @Override
    public Ruling rule(Docket docket) {
        String threshold = exposureRequired(docket.plan()) ? "exposures required" : "no exposure required";
        return Ruling.noted(new StepRecord("GATE", "NOT_OBSERVED", "0 exposures", threshold), List.of());
    }

    static Stream<GateOutcome> outcomes() {
        return GATES.stream().map(gate -> new GateOutcome(gate, 0, 0));
    }

    static boolean exposureRequired(Plan plan) {
        return plan.scope().deciding() != Plan.Deciding.OFFLINE || plan.scope().tier() != Plan.Tier.LOW;
    }
}
