package org.exops.window.lease.http;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.window.lease.LeaseOutcome;
import org.exops.window.lease.model.ApprovalRule;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.Reason;
import org.exops.window.lease.model.Standing;

/** Folds what became of a wish into an HTTP answer; {@code stood} answers where the admission stands. */
record AdmissionAnswers(Function<Standing, Response> stood) implements LeaseOutcome.Cases<Response> {
    private static final Duration SOON = Duration.ofSeconds(1);

    static Response shown(Standing standing) {
        return Response.ok(AdmissionView.from(standing)).build();
    }

    /** 201 for who may run, 202 for who waits, 409 for who is over. */
    static Response requested(Standing standing) {
        return switch (standing.admission().status()) {
            case GRANTED ->
                Response.created(URI.create(
                                "/api/v1/admissions/" + standing.admission().id()))
                        .entity(AdmissionView.from(standing))
                        .build();
            case QUEUED, SUSPENDED ->
                Response.accepted(AdmissionView.from(standing)).build();
            case RELEASED, DENIED -> throw denied(standing);
        };
    }

    static Response released(Standing standing) {
        return Response.noContent().build();
    }

    @Override
    public Response stands(Standing standing) {
        return stood.apply(standing);
    }

    @Override
    public Response unknownExperiment(String reference) {
        throw new ProblemException(
                        ProblemType.UNKNOWN_EXPERIMENT,
                        "There is no experiment \"" + reference
                                + "\" here yet; one that was just registered arrives soon")
                .retryAfter(SOON);
    }

    @Override
    public Response neverAsked(String experiment) {
        throw new ProblemException(ProblemType.NOT_FOUND, "\"" + experiment + "\" has not asked for an admission");
    }

    @Override
    public Response notApproved(Experiment experiment, ApprovalRule rule) {
        String key = experiment.key();
        throw switch (rule) {
            case OWN ->
                new ProblemException(
                        ProblemType.FOUR_EYES,
                        "Who owns or requested \"" + key + "\" may not approve it; ask another approver");
            case OTHER_TEAM ->
                new ProblemException(
                        ProblemType.OTHER_TEAM,
                        "An approver of the team that " + experiment.surface() + " belongs to must approve \"" + key
                                + "\"");
            case NOT_NEEDED ->
                new ProblemException(ProblemType.ILLEGAL_TRANSITION, "\"" + key + "\" waits for no approval");
            case COUNTS, ALREADY -> new IllegalStateException(rule + " is an approval");
        };
    }

    private static ProblemException denied(Standing standing) {
        List<Reason> reasons = standing.reasons();
        String detail = reasons.isEmpty() ? "It has ended" : reasons.get(0).text();
        return new ProblemException(ProblemType.EXPERIMENT_OVER, detail)
                .with("admission", AdmissionView.from(standing));
    }
}
