package org.exops.window.surface.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.security.Callers;
import org.exops.kit.security.Role;
import org.exops.window.surface.SurfaceDesk;
import org.exops.window.surface.model.Limit;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/** Surfaces, their limits and their owners. */
@Path("/api/v1/surfaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Surfaces", description = "Where experiments run, how many at once, and whose the place is")
public class SurfaceResource {
    private final SurfaceDesk desk;
    private final Callers callers;

    SurfaceResource(SurfaceDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @GET
    @Operation(
            summary = "Lists surfaces by path, with how many slots are held and how many experiments wait (any role)")
    @APIResponse(responseCode = "200", description = "One page of surfaces")
    @APIResponse(responseCode = "400", description = "A cursor that this list has not given")
    @APIResponse(responseCode = "422", description = "A limit outside of 1 to 200")
    public Uni<Page<SurfaceView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        return desk.page(request.cursor().map(after -> after.text(0)).orElse(null), request.rows())
                .map(rows -> Page.of(
                                rows,
                                request,
                                use -> Cursor.of(use.surface().path().value()))
                        .map(SurfaceView::from));
    }

    @PUT
    @Path("/{surface: .+}/limit")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(summary = "Sets how many experiments may run at once (operator); a lowered limit revokes nothing")
    @APIResponse(responseCode = "200", description = "The surface as it is now")
    @APIResponse(responseCode = "403", description = "Not an operator")
    @APIResponse(responseCode = "422", description = "No path of a surface, or limits that make no sense")
    public Uni<SurfaceView> limit(@PathParam("surface") String surface, @NotNull @Valid LimitRequest request) {
        Limit limit = limit(request);
        return desk.limit(path(surface), limit, callers.current().subject()).map(SurfaceView::from);
    }

    @PUT
    @Path("/{surface: .+}/owner")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(
            summary = "Gives the surface to a team (operator), whose approvers then agree to other teams' experiments")
    @APIResponse(responseCode = "200", description = "The surface as it is now")
    @APIResponse(responseCode = "403", description = "Not an operator")
    @APIResponse(responseCode = "422", description = "No path of a surface, or no team")
    public Uni<SurfaceView> owner(@PathParam("surface") String surface, @NotNull @Valid OwnerRequest request) {
        return desk.assign(
                        path(surface),
                        Objects.requireNonNull(request.team()),
                        callers.current().subject())
                .map(SurfaceView::from);
    }

    private static Limit limit(LimitRequest request) {
        try {
            return new Limit(
                    Objects.requireNonNull(request.maxConcurrent()), Objects.requireNonNull(request.maxHighRisk()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidValue("/maxHighRisk", String.valueOf(e.getMessage()));
        }
    }

    private static SurfacePath path(String surface) {
        try {
            return new SurfacePath(surface);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidValue("/surface", String.valueOf(e.getMessage()));
        }
    }
}
