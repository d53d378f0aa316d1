package org.exops.scoring.decision.model;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Step 2. A comparison on the cases that happened to come through is a comparison of the easy ones: at least 98% of the
 * expected cases must be paired. Until N or the deadline the rest may still arrive. A named eval set is one list of cases for all
 * variants; without one, what a third variant ran is no loss of this pair.
 */
final class CoverageStep implements ExperimentStep {
    @Override
    public Ruling rule(Docket docket) {
        Evidence.Pair worst = docket.plan().scope().treatments().stream()
                .map(treatment -> docket.evidence().pair(docket.plan().scope().control(), treatment))
                .min(Comparator.comparingDouble(pair -> share(pair.pairing().cases(), expected(docket, pair))))
                .orElseThrow();
        long expected = expected(docket, worst);
        long paired = worst.pairing().cases();
        String value = Wording.count(paired) + " of " + Wording.count(expected) + " cases paired";
        String threshold = "at least " + Wording.percent(Rules.COVERAGE);
        Reason missing = armWithoutRun(docket);
        if (missing == null && expected > 0 && paired >= Rules.COVERAGE * expected) {
            return Ruling.passed("VALIDITY", value, threshold);
        }
        Reason reason = missing != null
                ? missing
                : new Reason(
                        "COVERAGE",
                        Wording.count(paired) + " of " + Wording.count(expected) + " expected cases ran in both "
                                + worst.control() + " and " + worst.treatment() + " ("
                                + Wording.percent(share(paired, expected))
                                + "); a verdict needs " + Wording.percent(Rules.COVERAGE));
        boolean mayStillArrive = paired < docket.plan().demand().requiredUnits() && !docket.deadlinePassed();
        return mayStillArrive
                ? Validity.waiting(docket, value, threshold, reason)
                : Validity.refused(docket, value, threshold, reason);
    }

    private static @Nullable Reason armWithoutRun(Docket docket) {
        String names = Stream.concat(
                        Stream.of(docket.plan().scope().control()), docket.plan().scope().treatments().stream())
                .filter(variant -> docket.evidence()
                        .arm(variant)
                        .map(arm -> arm.runs().count() == 0)
                        .orElse(true))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : new Reason("ARM_MISSING", "No committed eval run yet of " + names);
    }

    private static long expected(Docket docket, Evidence.Pair pair) {
        return docket.plan().scope().evalSet() == null
                ? pair.pairing().union()
                : docket.evidence().expectedCases();
    }

    private static double share(long paired, long expected) {
        return expected == 0 ? 0 : (double) paired / expected;
    }
}
