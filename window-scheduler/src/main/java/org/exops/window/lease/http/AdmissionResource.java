package org.exops.window.lease.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.idempotency.Idempotent;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.security.Callers;
import org.exops.kit.security.Role;
import org.exops.window.lease.AdmissionRegister;
import org.exops.window.lease.Admissions;
import org.exops.window.lease.LeaseDesk;
import org.exops.window.lease.model.AdmissionStatus;
import org.jspecify.annotations.Nullable;

/** Asking to run, waiting, and giving the slot back. */
@Path("/api/v1/admissions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Admissions", description = "The right of an experiment to run on its surface")
public class AdmissionResource {
    private final LeaseDesk desk;
    private final AdmissionRegister register;
    private final Callers callers;

    AdmissionResource(LeaseDesk desk, AdmissionRegister register, Callers callers) {
        this.desk = desk;
        this.register = register;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.Names.EXPERIMENTER)
    @Operation(
            summary = "Asks for the right to run (experimenter, own team); a repetition answers the standing admission")
    @APIResponse(
            responseCode = "201",
            description = "Granted",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Queued or suspended; reasons say what it waits for",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(responseCode = "403", description = "Another team's experiment, or not an experimenter")
    @APIResponse(responseCode = "404", description = "unknown-experiment, with Retry-After: it may arrive soon")
    @APIResponse(responseCode = "409", description = "Denied: the experiment or its plan has ended (experiment-over)")
    public Uni<Response> request(@NotNull @Valid AdmissionRequest request) {
        return desk.request(Objects.requireNonNull(request.experiment()), callers.current())
                .map(outcome -> outcome.fold(new AdmissionAnswers(AdmissionAnswers::requested)));
    }

    @GET
    @Operation(summary = "Lists admissions (any role)")
    @APIResponse(responseCode = "200", description = "One page of admissions")
    @APIResponse(responseCode = "400", description = "A cursor that this list has not given")
    @APIResponse(responseCode = "422", description = "No such status, or a limit outside of 1 to 200")
    public Uni<Page<AdmissionView>> list(
            @QueryParam("surface") @Nullable String surface,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        return register.page(new Admissions.Filter(
                        surface,
                        status(status),
                        request.cursor().map(after -> after.uuid(0)).orElse(null),
                        request.rows()))
                .map(rows -> Page.of(
                                rows,
                                request,
                                standing -> Cursor.of(standing.admission().id()))
                        .map(AdmissionView::from));
    }

    @GET
    @Path("/{experiment}")
    @Operation(summary = "Shows the admission of an experiment, by key or id (any role)")
    @APIResponse(
            responseCode = "200",
            description = "How it stands",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(responseCode = "404", description = "Not known, or it has never asked")
    public Uni<Response> show(@PathParam("experiment") String experiment) {
        return register.find(experiment).map(outcome -> outcome.fold(new AdmissionAnswers(AdmissionAnswers::shown)));
    }

    @DELETE
    @Path("/{experiment}")
    @RolesAllowed({Role.Names.EXPERIMENTER, Role.Names.OPERATOR})
    @Operation(
            summary =
                    "Releases the slot or leaves the queue (own team, or an operator); nothing needs to be read before")
    @APIResponse(responseCode = "204", description = "It holds nothing and waits for nothing, now or already before")
    @APIResponse(responseCode = "403", description = "Another team's experiment")
    @APIResponse(responseCode = "404", description = "Not known, or it has never asked")
    public Uni<Response> release(@PathParam("experiment") String experiment) {
        return desk.release(experiment, callers.current())
                .map(outcome -> outcome.fold(new AdmissionAnswers(AdmissionAnswers::released)));
    }

    @POST
    @Path("/{experiment}/approvals")
    @Idempotent
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Names.APPROVER)
    @Operation(
            summary =
                    "Approves another team's experiment on the approver's surface, or confirms a safety fix (approver,"
                            + " never its owner); no body")
    @APIResponse(
            responseCode = "200",
            description = "How it stands now; a repetition changes nothing",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(
            responseCode = "403",
            description = "four-eyes for its owners and requester, other-team for other approvers")
    @APIResponse(responseCode = "404", description = "Not known, or it has never asked")
    @APIResponse(responseCode = "409", description = "It waits for no approval")
    public Uni<Response> approve(@PathParam("experiment") String experiment) {
        return desk.approve(experiment, callers.current())
                .map(outcome -> outcome.fold(new AdmissionAnswers(AdmissionAnswers::shown)));
    }

    private static @Nullable AdmissionStatus status(@Nullable String status) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(AdmissionStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalidValue(
                        "/status", "Must be one of " + Arrays.toString(AdmissionStatus.values())));
    }
}
