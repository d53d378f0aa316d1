package org.exops.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.exops.kit.transaction.Unavailability;
import org.jboss.logging.Logger;

/** Decides what a failed request is told; what is our fault is logged once, under an id that the answer repeats. */
final class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private Faults() {}

    static ProblemException refusalOf(Throwable failure) {
        return ofRequest(failure).orElseGet(() -> ofService(failure));
    }

    private static Optional<ProblemException> ofRequest(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            return Optional.of(refusal);
        }
        if (failure instanceof ConstraintViolationException violations) {
            return ConstraintProblems.of(violations);
        }
        if (failure instanceof JsonProcessingException json) {
            return JsonProblems.of(json);
        }
        if (failure instanceof WebApplicationException refused) {
            return refused.getCause() instanceof JsonProcessingException json
                    ? JsonProblems.of(json)
                    : HttpProblems.of(refused);
        }
        return ofSecurity(failure);
    }

    private static Optional<ProblemException> ofSecurity(Throwable failure) {
        if (failure instanceof ForbiddenException) {
            return Optional.of(new ProblemException(ProblemType.FORBIDDEN, "None of the caller's roles may do that"));
        }
        if (failure instanceof UnauthorizedException) {
            return Optional.of(new ProblemException(ProblemType.UNAUTHORIZED, "Send Authorization: Bearer <token>")
                    .header("WWW-Authenticate", "Bearer realm=\"exops\""));
        }
        // A validation service that is away is no verdict about the token.
        if (failure instanceof AuthenticationException && !Unavailability.isTransient(failure.getCause())) {
            return Optional.of(new ProblemException(
                            ProblemType.UNAUTHORIZED, "The token is malformed, expired or not signed for this service")
                    .header("WWW-Authenticate", "Bearer realm=\"exops\", error=\"invalid_token\""));
        }
        return Optional.empty();
    }

    private static ProblemException ofService(Throwable failure) {
        if (!(failure instanceof ValidationException) && Unavailability.isTransient(failure)) {
            LOG.warnf("A request was refused since a neighbour is away: %s", failure);
            return new ProblemException(ProblemType.UNAVAILABLE, "The database or the broker is away; try again")
                    .retryAfter(RETRY);
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "A request failed by our fault, error id %s", id);
        return new ProblemException(ProblemType.INTERNAL, "The fault is ours and is logged under the id given here")
                .with("errorId", id);
    }
}
