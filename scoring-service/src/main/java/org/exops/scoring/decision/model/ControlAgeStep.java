package org.exops.scoring.decision.model;

import java.time.Duration;
import java.time.Instant;

/** Step 2. A control measured too long before its treatment was measured in another world. */
final class ControlAgeStep implements ExperimentStep {
    @Override
    public Ruling rule(Docket docket) {
        Duration limit = docket.plan().schedule().maxControlAge();
        Instant control = docket.evidence()
                .arm(docket.plan().scope().control())
                .map(arm -> arm.runs().lastStartedAt())
                .orElse(null);
        Duration oldest = Duration.ZERO;
        for (String treatment : docket.plan().scope().treatments()) {
            Instant first = docket.evidence()
                    .arm(treatment)
                    .map(arm -> arm.runs().firstStartedAt())
                    .orElse(null);
            if (control != null && first != null) {
                Duration age = Duration.between(control, first);
                oldest = age.compareTo(oldest) > 0 ? age : oldest;
            }
        }
        if (oldest.compareTo(limit) <= 0) {
            return Ruling.passed("VALIDITY", "control " + oldest + " older", "at most " + limit);
        }
        Reason reason = new Reason(
                "CONTROL_STALE",
                "The control's last run started " + oldest + " before the treatment's first; at most " + limit
                        + " is comparable, so run the control again");
        return Validity.refused(docket, "control " + oldest + " older", "at most " + limit, reason);
    }
}
