package org.exops.registry.experiment.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.concurrency.IfMatch;
import org.exops.kit.security.Callers;
import org.exops.kit.security.Role;
import org.exops.registry.experiment.DecisionDesk;
import org.exops.registry.experiment.RegistrationDesk;
import org.exops.registry.experiment.RiskDesk;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What moves an experiment from one status to the next. */
@Path("/api/v1/experiments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "experiments")
public class TransitionResource {
    private final RegistrationDesk registration;
    private final DecisionDesk decision;
    private final RiskDesk risk;
    private final Callers callers;

    TransitionResource(RegistrationDesk registration, DecisionDesk decision, RiskDesk risk, Callers callers) {
        this.registration = registration;
        this.decision = decision;
        this.risk = risk;
        this.callers = callers;
    }

    @POST
    @Path("/{experiment}/registration")
    @RolesAllowed(Role.Names.EXPERIMENTER)
    @Operation(
            summary = "Validate and lock a draft",
            description = "Role experimenter, own team; needs If-Match; no body. Derives the risk tier, pins the"
                    + " strategy's numbers and freezes the plan under its digest.")
    @APIResponse(responseCode = "200", description = "The registered experiment")
    @APIResponse(responseCode = "403", description = "other-team")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "illegal-transition, prior-attempt (with priorAttempts)")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "invalid-value, unknown-strategy")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Uni<RestResponse<ExperimentView>> register(
            @PathParam("experiment") String reference, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return registration
                .register(callers.current(), reference, IfMatch.parse(ifMatch))
                .map(Answers::of);
    }

    @POST
    @Path("/{experiment}/withdrawal")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Names.EXPERIMENTER)
    @Operation(
            summary = "Give up, while there is no evidence",
            description = "Role experimenter, own team; needs If-Match; the body may be left out.")
    @APIResponse(responseCode = "200", description = "The withdrawn experiment")
    @APIResponse(responseCode = "403", description = "other-team")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "illegal-transition: it runs, has ended or has evidence")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Uni<RestResponse<ExperimentView>> withdraw(
            @PathParam("experiment") String reference,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable WithdrawalRequest request) {
        return decision.withdraw(
                        callers.current(), reference, IfMatch.parse(ifMatch), request == null ? null : request.reason())
                .map(Answers::of);
    }

    @POST
    @Path("/{experiment}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.EXPERIMENTER, Role.Names.APPROVER, Role.Names.OPERATOR})
    @Operation(
            summary = "Decide on the newest verdict",
            description = "Role experimenter, own team; with override: approver or operator who has no hand in it."
                    + " Needs If-Match.")
    @APIResponse(responseCode = "200", description = "The concluded experiment")
    @APIResponse(responseCode = "403", description = "other-team, forbidden, four-eyes")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "illegal-transition, verdict-superseded, blocked, override-required")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "invalid-value")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Uni<RestResponse<ExperimentView>> decide(
            @PathParam("experiment") String reference,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DecisionRequest request) {
        return decision.decide(callers.current(), reference, IfMatch.parse(ifMatch), request.proposal())
                .map(Answers::of);
    }

    @POST
    @Path("/{experiment}/risk-tier")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(summary = "Raise the risk tier", description = "Role operator; only upwards.")
    @APIResponse(responseCode = "200", description = "The experiment at its new tier")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "illegal-transition: it has ended")
    @APIResponse(responseCode = "422", description = "invalid-value: not above the present tier")
    public Uni<RestResponse<ExperimentView>> raise(
            @PathParam("experiment") String reference, @Valid @NotNull RiskTierRequest request) {
        return risk.raise(callers.current(), reference, request.tier(), request.reason())
                .map(Answers::of);
    }
}
