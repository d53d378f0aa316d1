package org.exops.ingest.aggregate.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.ingest.aggregate.EvidenceBook;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.security.Role;

/** {@code /api/v1/evidence}. */
@Path("/api/v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence")
public class EvidenceResource {
    private final EvidenceBook book;

    EvidenceResource(EvidenceBook book) {
        this.book = book;
    }

    @GET
    @Path("{experiment}")
    @RolesAllowed({
        Role.Names.VIEWER,
        Role.Names.EXPERIMENTER,
        Role.Names.APPROVER,
        Role.Names.INGESTOR,
        Role.Names.OPERATOR
    })
    @Operation(summary = "The evidence of an experiment; a committed run is in it whole or not at all")
    @APIResponse(
            responseCode = "200",
            description = "As it stands; revision 0 before the first run",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(responseCode = "401", description = "No token, or a bad one")
    @APIResponse(responseCode = "404", description = "unknown-experiment")
    @APIResponse(responseCode = "503", description = "unavailable; see Retry-After")
    public Uni<EvidenceView> evidence(@PathParam("experiment") String experiment) {
        return book.read(experiment)
                .map(found -> found.map(EvidenceView::from)
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.UNKNOWN_EXPERIMENT, "No registered experiment \"" + experiment + "\"")));
    }
}
