package org.exops.scoring.decision.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the one ordinary test said. Shown at every later look as it was said: testing again would spend its error again.
 *
 * @param recommendation the lowest since
 * @param units n at the test
 * @param grounds the reasons for it then
 * @param proven guardrails and protected segments
 * @param regressed segments that Benjamini-Hochberg flagged
 */
public record Settlement(
        Recommendation recommendation,
        long units,
        List<Reason> grounds,
        List<Tested> proven,
        List<Tested> regressed,
        @Nullable BudgetOutcome budget) {

    public Settlement {
        grounds = List.copyOf(grounds);
        proven = List.copyOf(proven);
        regressed = List.copyOf(regressed);
    }

    /** A metric, on everything or in one segment. */
    public record Tested(String metric, Map<String, String> segment) {

        static Tested of(MarginTest test) {
            return new Tested(test.metric(), test.segment());
        }
    }

    static Settlement of(Trial trial, Recommendation recommendation, List<Reason> grounds) {
        return new Settlement(
                recommendation,
                trial.scores().n(),
                grounds,
                trial.guardrails().stream()
                        .filter(test -> test.proven(true))
                        .map(Tested::of)
                        .toList(),
                trial.segments().regressedAtTheEnd().stream().map(Tested::of).toList(),
                trial.spending().outcome(true).orElse(null));
    }

    boolean proves(MarginTest test) {
        return proven.contains(Tested.of(test));
    }

    boolean flags(MarginTest test) {
        return regressed.contains(Tested.of(test));
    }

    /** A later look that is more cautious counts; anything bolder changes nothing. */
    Settlement lowered(Recommendation later) {
        return later.compareTo(recommendation) > 0
                ? new Settlement(later, units, grounds, proven, regressed, budget)
                : this;
    }
}
