package org.exops.registry.variant.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.registry.variant.VariantShelf;

/** Exact configurations by digest. */
@Path("/api/v1/variants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "variants")
public class VariantResource {
    private final VariantShelf shelf;

    VariantResource(VariantShelf shelf) {
        this.shelf = shelf;
    }

    @GET
    @Path("/{digest}")
    @Operation(summary = "The exact configuration", description = "Any role. The digest is sha256: and 64 hex digits.")
    @APIResponse(responseCode = "200", description = "The configuration")
    @APIResponse(responseCode = "404", description = "Nobody has named such a configuration: not-found")
    public Uni<VariantView> get(@PathParam("digest") String digest) {
        return shelf.find(digest)
                .map(found -> found.map(content -> new VariantView(digest, content))
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.NOT_FOUND, "No variant has the digest \"" + digest + "\"")));
    }
}
