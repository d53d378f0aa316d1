package org.exops.registry.experiment.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.concurrency.ETags;
import org.exops.kit.concurrency.IfMatch;
import org.exops.kit.idempotency.Idempotent;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.security.Callers;
import org.exops.kit.security.Role;
import org.exops.registry.experiment.DraftDesk;
import org.exops.registry.experiment.ExperimentFilter;
import org.exops.registry.experiment.ExperimentShelf;
import org.exops.registry.experiment.model.Refusal;
import org.exops.registry.experiment.model.Status;
import org.exops.registry.experiment.model.Target;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Drafts, and experiments as they stand. */
@Path("/api/v1/experiments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "experiments")
public class ExperimentResource {
    private final DraftDesk desk;
    private final ExperimentShelf shelf;
    private final Callers callers;

    ExperimentResource(DraftDesk desk, ExperimentShelf shelf, Callers callers) {
        this.desk = desk;
        this.shelf = shelf;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.Names.EXPERIMENTER)
    @Operation(summary = "Create a draft", description = "Role experimenter; the draft belongs to the caller's team.")
    @APIResponse(responseCode = "201", description = "The draft, with its risk and similar attempts")
    @APIResponse(responseCode = "409", description = "key-taken, idempotency-key-reused")
    @APIResponse(responseCode = "422", description = "invalid-value: every broken rule with its pointer")
    public Uni<RestResponse<ExperimentView>> create(@Valid @NotNull ExperimentRequest request) {
        return desk.create(callers.current(), request.key(), new ConfigurationReading(request).configuration())
                .map(ruling -> ruling.fold(
                        draft -> RestResponse.ResponseBuilder.<ExperimentView>created(
                                        URI.create("/api/v1/experiments/" + request.key()))
                                .header(
                                        "ETag",
                                        ETags.of(draft.experiment().edition().revision()))
                                .entity(ExperimentView.of(draft))
                                .build(),
                        ExperimentResource::refuse));
    }

    @GET
    @Path("/{experiment}")
    @Operation(summary = "One experiment, by id or key", description = "Any role.")
    @APIResponse(responseCode = "200", description = "The experiment with its whole configuration")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<ExperimentView>> get(@PathParam("experiment") String reference) {
        return shelf.find(reference)
                .map(found -> found.map(shown -> Answers.tagged(ExperimentView.of(shown)))
                        .orElseGet(() -> refuse(new Refusal.Unknown(reference))));
    }

    @PUT
    @Path("/{experiment}")
    @RolesAllowed(Role.Names.EXPERIMENTER)
    @Operation(summary = "Change a draft", description = "Role experimenter, own team; needs If-Match.")
    @APIResponse(responseCode = "200", description = "The changed draft")
    @APIResponse(responseCode = "403", description = "other-team")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "illegal-transition: it is no draft any more")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "invalid-value")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Uni<RestResponse<ExperimentView>> edit(
            @PathParam("experiment") String reference,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ExperimentRequest request) {
        return desk.edit(
                        callers.current(),
                        reference,
                        IfMatch.parse(ifMatch),
                        request.key(),
                        new ConfigurationReading(request).configuration())
                .map(ruling ->
                        ruling.fold(draft -> Answers.tagged(ExperimentView.of(draft)), ExperimentResource::refuse));
    }

    @GET
    @Operation(summary = "Experiments, newest first", description = "Any role.")
    @APIResponse(responseCode = "200", description = "A page")
    public Uni<Page<ExperimentView>> list(
            @QueryParam("status") @Nullable Status status,
            @QueryParam("surface") @Nullable String surface,
            @QueryParam("team") @Nullable String team,
            @QueryParam("target") @Nullable Target target,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return shelf.list(new ExperimentFilter(status, surface, team, target), PageRequest.of(limit, cursor))
                .map(page -> page.map(ExperimentView::of));
    }

    @GET
    @Path("/{experiment}/history")
    @Operation(summary = "Who changed what, when and why; oldest first", description = "Any role.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Page<HistoryView>> history(
            @PathParam("experiment") String reference,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return shelf.history(reference, PageRequest.of(limit, cursor))
                .map(found -> found.map(page -> page.map(HistoryView::of))
                        .orElseGet(() -> refuse(new Refusal.Unknown(reference))));
    }

    private static <T> T refuse(Refusal refusal) {
        throw refusal.fold(RefusalProblems.PROBLEMS);
    }
}
