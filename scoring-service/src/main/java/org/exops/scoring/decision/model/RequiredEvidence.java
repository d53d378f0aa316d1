package org.exops.scoring.decision.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;

/** What the tier, the target and the plan ask for beside paired cases. */
final class RequiredEvidence {
    private static final long ELEVATED_EXPOSURES = 598;

    private RequiredEvidence() {}

    static List<Reason> missing(Trial trial) {
        List<Reason> missing = new ArrayList<>();
        exposures(trial.plan()).ifPresent(missing::add);
        Plan.Scope scope = trial.plan().scope();
        if (scope.target() == Plan.Target.MODEL) {
            for (String variant : List.of(trial.pair().control(), trial.pair().treatment())) {
                costAndLatency(trial.docket().evidence(), variant, missing);
            }
        }
        if (scope.target() == Plan.Target.WORKFLOW) {
            missing.add(new Reason("TRACES_MISSING", "A workflow is judged on traces too; none was seen"));
        }
        return missing;
    }

    private static Optional<Reason> exposures(Plan plan) {
        if (!GateStep.exposureRequired(plan)) {
            return Optional.empty();
        }
        return Optional.of(new Reason(
                "GATE_INCONCLUSIVE",
                "No exposure was observed, so no gate was checked: tier "
                        + plan.scope().tier() + " with " + plan.scope().deciding() + " evidence needs "
                        + exposuresNeeded(plan)));
    }

    private static String exposuresNeeded(Plan plan) {
        return switch (plan.scope().tier()) {
            case LOW -> Wording.count(plan.demand().requiredUnits()) + " production units";
            case ELEVATED -> "at least " + ELEVATED_EXPOSURES + " traced exposures";
            case HIGH -> Wording.count(plan.demand().requiredUnits()) + " production units inside approved windows";
        };
    }

    private static void costAndLatency(Evidence evidence, String variant, List<Reason> missing) {
        Optional<Evidence.Arm> arm = evidence.arm(variant);
        if (arm.map(one -> one.cost().n()).orElse(0L) == 0) {
            missing.add(new Reason(
                    "COST_MISSING", "A model is judged on its cost too; no case of " + variant + " has one"));
        }
        long latencies = arm.map(one -> one.latency().histogram())
                .map(AbstractHistogram::getTotalCount)
                .orElse(0L);
        if (latencies == 0) {
            missing.add(new Reason(
                    "LATENCY_MISSING", "A model is judged on its latency too; no case of " + variant + " has one"));
        }
    }
}
