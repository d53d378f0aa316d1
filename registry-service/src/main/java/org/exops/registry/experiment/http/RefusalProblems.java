package org.exops.registry.experiment.http;

import java.util.List;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.problem.Violation;
import org.exops.registry.experiment.model.Refusal;

/** What the caller is told when a wish is refused: what to do about it. */
final class RefusalProblems implements Refusal.Cases<ProblemException> {
    static final RefusalProblems PROBLEMS = new RefusalProblems();

    private RefusalProblems() {}

    @Override
    public ProblemException unknown(Refusal.Unknown it) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "No experiment has the id or key \"" + it.reference() + "\"");
    }

    @Override
    public ProblemException keyTaken(Refusal.KeyTaken it) {
        return new ProblemException(
                ProblemType.KEY_TAKEN, "Another experiment has the key \"" + it.key() + "\"; choose another one");
    }

    @Override
    public ProblemException broken(Refusal.Broken it) {
        List<Violation> violations = it.breaches().stream()
                .map(breach -> new Violation(breach.pointer(), breach.message()))
                .toList();
        String detail = violations.size() == 1
                ? violations.get(0).pointer() + " " + violations.get(0).message()
                : violations.size() + " values break a rule";
        return new ProblemException(ProblemType.INVALID_VALUE, detail, violations);
    }

    @Override
    public ProblemException unknownStrategy(Refusal.UnknownStrategy it) {
        return ProblemException.at(
                ProblemType.UNKNOWN_STRATEGY,
                "/strategy",
                "No strategy \"" + it.name() + "\" is published; GET /api/v1/strategies lists them");
    }

    @Override
    public ProblemException illegalTransition(Refusal.IllegalTransition it) {
        return new ProblemException(ProblemType.ILLEGAL_TRANSITION, it.detail()).with("experimentStatus", it.status());
    }

    @Override
    public ProblemException repeatsPriorAttempt(Refusal.RepeatsPriorAttempt it) {
        return new ProblemException(
                        ProblemType.PRIOR_ATTEMPT,
                        "Read the reviews of these attempts, then name them in acknowledgedPriorAttempts")
                .with(
                        "priorAttempts",
                        it.attempts().stream()
                                .map(ExperimentView.SimilarAttempt::of)
                                .toList());
    }

    @Override
    public ProblemException superseded(Refusal.Superseded it) {
        return new ProblemException(
                        ProblemType.VERDICT_SUPERSEDED, "Read the newest verdict, " + it.newest() + ", then decide")
                .with("verdictId", it.newest());
    }

    @Override
    public ProblemException blocked(Refusal.Blocked it) {
        return new ProblemException(
                ProblemType.BLOCKED, "A blocking finding is open; roll back, iterate, or have the finding dismissed");
    }

    @Override
    public ProblemException overrideRequired(Refusal.OverrideRequired it) {
        return new ProblemException(
                ProblemType.OVERRIDE_REQUIRED,
                it.wanted() + " is bolder than the evidence: " + it.because()
                        + ". An approver or operator may decide with override.justification");
    }

    @Override
    public ProblemException fourEyes(Refusal.FourEyes it) {
        return new ProblemException(
                ProblemType.FOUR_EYES,
                it.subject() + " created, edited, registered or owns this experiment; somebody else must override");
    }

    @Override
    public ProblemException notYours(Refusal.NotYours it) {
        return new ProblemException(ProblemType.FORBIDDEN, it.detail());
    }
}
