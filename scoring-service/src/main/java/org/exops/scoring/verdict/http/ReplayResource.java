package org.exops.scoring.verdict.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.scoring.verdict.Replay;
import org.exops.scoring.verdict.VerdictLibrary;

/** Computes a verdict again from what the ledger holds. */
@Path("/api/v1/verdicts/{verdictId}/replay")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verdicts")
public class ReplayResource {
    private final VerdictLibrary library;

    ReplayResource(VerdictLibrary library) {
        this.library = library;
    }

    @POST
    @Operation(summary = "Recomputes a verdict from its recorded inputs and compares the bytes (any role)")
    @APIResponse(responseCode = "200", description = "Whether it came out the same, and where it did not")
    @APIResponse(responseCode = "404", description = "No verdict has this id")
    public Uni<Replay> replay(@PathParam("verdictId") String verdictId) {
        return id(verdictId)
                .map(library::replay)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(replay -> replay.orElseThrow(() -> unknown(verdictId)));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static ProblemException unknown(String verdictId) {
        return new ProblemException(ProblemType.NOT_FOUND, "No verdict has the id \"" + verdictId + "\"");
    }
}
