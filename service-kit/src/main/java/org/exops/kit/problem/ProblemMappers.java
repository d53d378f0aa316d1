package org.exops.kit.problem;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure that reaches the REST layer; a method per type for which the framework brings a mapper of its own. */
class ProblemMappers {
    @ServerExceptionMapper
    Response any(Throwable failure, UriInfo address) {
        return answer(failure, address);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException failure, UriInfo address) {
        return HttpProblems.isUnreadableQuery(failure, address)
                ? answer(new ProblemException(ProblemType.INVALID_SHAPE, "A parameter has the wrong type"), address)
                : answer(failure, address);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failure, UriInfo address) {
        return answer(failure, address);
    }

    @ServerExceptionMapper
    Response undefined(InvalidDefinitionException failure, UriInfo address) {
        return answer(failure, address);
    }

    @ServerExceptionMapper
    Response invalid(ValidationException failure, UriInfo address) {
        return answer(failure, address);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException failure, UriInfo address) {
        return answer(failure, address);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationCompletionException failure, UriInfo address) {
        return answer(failure, address);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException failure, UriInfo address) {
        return answer(failure, address);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo address) {
        return answer(failure, address);
    }

    private static Response answer(Throwable failure, UriInfo address) {
        return Problems.response(
                Faults.refusalOf(failure), address.getRequestUri().getPath());
    }
}
