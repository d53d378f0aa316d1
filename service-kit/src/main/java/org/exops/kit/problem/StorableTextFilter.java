package org.exops.kit.problem;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses that name what no database can hold. */
class StorableTextFilter {

    // With those that do not block, before any filter that may; behind authorization.
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION, nonBlocking = true)
    public void refuseWhatCannotBeStored(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        boolean storable = StorableText.is(uri.getPath())
                && uri.getQueryParameters().values().stream()
                        .allMatch(values -> values.stream().allMatch(StorableText::is));
        if (!storable) {
            throw new ProblemException(ProblemType.INVALID_SHAPE, "The address holds a NUL character");
        }
    }
}
