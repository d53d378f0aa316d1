package org.exops.registry.knowledge.http;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.Target;
import org.exops.registry.knowledge.Knowledge;
import org.exops.registry.knowledge.model.Question;
import org.jspecify.annotations.Nullable;

/** Search over the reviews of concluded experiments. */
@Path("/api/v1/knowledge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "knowledge")
public class KnowledgeResource {
    private final Knowledge knowledge;

    KnowledgeResource(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @GET
    @Operation(
            summary = "What was tried before, and how it ended",
            description = "Any role. The closest first; without q the newest first.")
    @APIResponse(responseCode = "200", description = "A page of hits with a snippet and why they matched")
    public Uni<Page<HitView>> search(
            @Parameter(description = "Words; \"a phrase\", or, -without") @QueryParam("q") @Size(max = 500) @Nullable
                    String q,
            @QueryParam("surface") @Nullable String surface,
            @QueryParam("target") @Nullable Target target,
            @QueryParam("decision") @Nullable Outcome decision,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return knowledge
                .search(new Question(q, surface, target, decision), PageRequest.of(limit, cursor))
                .map(page -> page.map(HitView::of));
    }
}
