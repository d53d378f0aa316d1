package org.exops.registry.review.http;

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
import org.exops.registry.review.ReviewShelf;
import org.exops.registry.review.model.Review;

/** Reviews, by Accept as Markdown or as JSON. */
@Path("/api/v1/experiments")
@Tag(name = "experiments")
public class ReviewResource {
    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final ReviewShelf shelf;

    ReviewResource(ReviewShelf shelf) {
        this.shelf = shelf;
    }

    @GET
    @Path("/{experiment}/review")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The review",
            description = "Any role. Once concluded as it was written then; before, a preview of what is known."
                    + " As text/markdown when Accept asks for it.")
    @APIResponse(responseCode = "200", description = "The review, with its Markdown")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<ReviewView> json(@PathParam("experiment") String reference) {
        return find(reference).map(ReviewView::of);
    }

    @GET
    @Path("/{experiment}/review")
    @Produces(MARKDOWN)
    @Operation(hidden = true)
    public Uni<String> markdown(@PathParam("experiment") String reference) {
        return find(reference).map(Review::markdown);
    }

    private Uni<Review> find(String reference) {
        return shelf.find(reference)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No experiment has the id or key \"" + reference + "\"")));
    }
}
