package org.exops.scoring.verdict.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.exops.scoring.verdict.Standing;
import org.exops.scoring.verdict.VerdictLibrary;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** A stream commits its status before its first item, so whether there is anything to stream is asked before. */
class KnownExperimentFilter {
    private final VerdictLibrary library;

    KnownExperimentFilter(VerdictLibrary library) {
        this.library = library;
    }

    @OfKnownExperiment
    // Ahead of the default priority, where filters stand that may block: after one of those none may refuse to.
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 2, nonBlocking = true)
    public Uni<@Nullable Response> refuseUnknown(UriInfo request) {
        String experiment = request.getPathParameters().getFirst("experiment");
        return library.standing(experiment).map(standing -> {
            if (standing instanceof Standing.Unknown) {
                throw VerdictProblems.unknown(experiment);
            }
            return null;
        });
    }
}
