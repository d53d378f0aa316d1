package org.exops.scoring.verdict.http;

import java.time.Duration;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;

/** What a reader is told when there is nothing to read. */
final class VerdictProblems {
    private static final Duration SOON = Duration.ofSeconds(1);

    private VerdictProblems() {}

    static ProblemException unknown(String experiment) {
        return new ProblemException(
                        ProblemType.UNKNOWN_EXPERIMENT,
                        "No registered experiment \"" + experiment
                                + "\" is known here; one that was registered just now arrives within a second")
                .retryAfter(SOON);
    }

    static ProblemException noVerdict(String experiment) {
        return new ProblemException(
                        ProblemType.NOT_FOUND,
                        "\"" + experiment
                                + "\" has no verdict yet: the first one follows its first committed eval run, or"
                                + " its deadline")
                .retryAfter(SOON);
    }
}
