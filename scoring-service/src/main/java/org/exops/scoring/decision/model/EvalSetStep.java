package org.exops.scoring.decision.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Step 2. Runs over different versions of the eval set ask different questions, so their difference means nothing. A run
 * that names none says nothing about it.
 */
final class EvalSetStep implements ExperimentStep {
    @Override
    public Ruling rule(Docket docket) {
        List<String> versions = Stream.concat(
                        Optional.ofNullable(docket.plan().scope().evalSet()).stream(),
                        docket.evidence().arms().stream().flatMap(arm -> arm.runs().evalSets().stream()))
                .distinct()
                .sorted()
                .toList();
        String seen = versions.isEmpty() ? "none" : String.join(", ", versions);
        if (versions.size() <= 1) {
            return Ruling.passed("VALIDITY", "eval set " + seen, "one version");
        }
        Reason reason = new Reason("EVAL_SET_MIXED", "The runs and the plan name different eval sets: " + seen);
        return Validity.refused(docket, "eval sets " + seen, "one version", reason);
    }
}
