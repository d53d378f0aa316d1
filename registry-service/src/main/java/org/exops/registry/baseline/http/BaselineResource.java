package org.exops.registry.baseline.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.concurrency.ETags;
import org.exops.kit.concurrency.IfMatch;
import org.exops.kit.idempotency.Idempotent;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.security.Callers;
import org.exops.kit.security.Role;
import org.exops.registry.baseline.BaselineDesk;
import org.exops.registry.baseline.ItemTakenException;
import org.exops.registry.baseline.model.Baseline;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Practices that the platform relies on, and when they must be checked again. */
@Path("/api/v1/baselines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "baselines")
public class BaselineResource {
    private final BaselineDesk desk;
    private final Callers callers;

    BaselineResource(BaselineDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Baselines", description = "Any role. With due=true those whose recheck has come.")
    @APIResponse(responseCode = "200", description = "A page")
    public Uni<Page<BaselineView>> list(
            @QueryParam("due") @DefaultValue("false") boolean due,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return desk.list(due, PageRequest.of(limit, cursor))
                .map(page -> page.map(baseline -> BaselineView.of(baseline, desk.today())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One baseline", description = "Any role.")
    @APIResponse(responseCode = "200", description = "The baseline")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<BaselineView>> get(@PathParam("id") UUID id) {
        return desk.find(id).map(found -> tagged(id, found));
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(summary = "Rely on something new", description = "Role operator.")
    @APIResponse(responseCode = "201", description = "The baseline")
    @APIResponse(responseCode = "409", description = "key-taken: another baseline has the item")
    @APIResponse(responseCode = "422", description = "invalid-value")
    public Uni<RestResponse<BaselineView>> create(@Valid @NotNull BaselineRequest request) {
        return desk.create(request.terms())
                .map(baseline -> RestResponse.ResponseBuilder.<BaselineView>created(
                                URI.create("/api/v1/baselines/" + baseline.id()))
                        .header("ETag", ETags.of(baseline.revision()))
                        .entity(BaselineView.of(baseline, desk.today()))
                        .build())
                .onFailure(ItemTakenException.class)
                .transform(BaselineResource::taken);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(summary = "Change a baseline", description = "Role operator; needs If-Match.")
    @APIResponse(responseCode = "200", description = "The changed baseline")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "key-taken: another baseline has the item")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "invalid-value")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Uni<RestResponse<BaselineView>> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull BaselineRequest request) {
        return desk.change(id, IfMatch.parse(ifMatch), request.terms())
                .map(found -> tagged(id, found))
                .onFailure(ItemTakenException.class)
                .transform(BaselineResource::taken);
    }

    @POST
    @Path("/{id}/rechecks")
    @Idempotent
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(summary = "It was looked at today and holds", description = "Role operator; recorded for ever.")
    @APIResponse(responseCode = "200", description = "The baseline with its new dates")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "422", description = "invalid-value: the next recheck must be ahead")
    public Uni<RestResponse<BaselineView>> recheck(@PathParam("id") UUID id, @Valid @NotNull RecheckRequest request) {
        if (!request.recheckBy().isAfter(desk.today())) {
            throw ProblemException.invalidValue("/recheckBy", "must be after today");
        }
        return desk.recheck(id, callers.current().subject(), request.recheckBy(), request.note())
                .map(found -> tagged(id, found));
    }

    private RestResponse<BaselineView> tagged(UUID id, Optional<Baseline> found) {
        return found.map(baseline -> RestResponse.ResponseBuilder.ok(BaselineView.of(baseline, desk.today()))
                        .header("ETag", ETags.of(baseline.revision()))
                        .build())
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No baseline has the id " + id));
    }

    private static Throwable taken(Throwable failure) {
        return new ProblemException(
                ProblemType.KEY_TAKEN, "Another baseline is about \"" + failure.getMessage() + "\" already");
    }
}
