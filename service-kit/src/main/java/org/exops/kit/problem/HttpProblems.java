package org.exops.kit.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/** What a request that the REST layer itself refuses is told. */
final class HttpProblems {
    private static final Map<Integer, ProblemType> TYPES = Map.of(
            400, ProblemType.INVALID_SHAPE,
            401, ProblemType.UNAUTHORIZED,
            403, ProblemType.FORBIDDEN,
            404, ProblemType.NOT_FOUND,
            405, ProblemType.METHOD_NOT_ALLOWED,
            406, ProblemType.NOT_ACCEPTABLE,
            413, ProblemType.PAYLOAD_TOO_LARGE,
            415, ProblemType.UNSUPPORTED_MEDIA_TYPE,
            429, ProblemType.TOO_MANY_REQUESTS,
            503, ProblemType.UNAVAILABLE);
    private static final Map<ProblemType, String> DETAILS = Map.of(
            ProblemType.INVALID_SHAPE, "The request could not be understood",
            ProblemType.NOT_FOUND, "Nothing is at this path",
            ProblemType.METHOD_NOT_ALLOWED, "This path exists and takes other methods",
            ProblemType.NOT_ACCEPTABLE, "Nothing here has a media type that Accept asks for",
            ProblemType.PAYLOAD_TOO_LARGE, "The body is larger than is taken here",
            ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body's Content-Type is not taken here");

    private HttpProblems() {}

    /** Empty for a failure of ours. */
    static Optional<ProblemException> of(WebApplicationException failure) {
        return of(failure.getResponse().getStatus());
    }

    static Optional<ProblemException> of(int status) {
        return Optional.ofNullable(TYPES.get(status))
                .map(type -> new ProblemException(type, DETAILS.getOrDefault(type, type.title())));
    }

    /**
     * JAX-RS answers 404 where a parameter does not parse and does not say which. With a query it is taken for the query's
     * fault, since the address exists; without one it is the path, and there is nothing at it.
     */
    static boolean isUnreadableQuery(WebApplicationException failure, UriInfo address) {
        return failure instanceof NotFoundException
                && failure.getCause() instanceof RuntimeException
                && !address.getQueryParameters().isEmpty();
    }
}
