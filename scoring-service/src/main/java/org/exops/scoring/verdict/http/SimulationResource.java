package org.exops.scoring.verdict.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.security.Role;
import org.exops.scoring.verdict.OtherWeights;
import org.exops.scoring.verdict.VerdictSimulator;

/** Asks what the verdict would be. */
@Path("/api/v1/verdicts/{experiment}/simulation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Verdicts")
public class SimulationResource {
    private static final double MOST = 1e6;

    private final VerdictSimulator simulator;

    SimulationResource(VerdictSimulator simulator) {
        this.simulator = simulator;
    }

    @POST
    @RolesAllowed(Role.Names.EXPERIMENTER)
    @Operation(
            summary = "Computes the verdict under other weights, on the evidence of the newest one (experimenter)",
            description = "Changes nothing. Takes both λ (at least 0), or the newest version of a strategy.")
    @APIResponse(responseCode = "200", description = "What the verdict would be")
    @APIResponse(responseCode = "403", description = "Not an experimenter")
    @APIResponse(responseCode = "404", description = "unknown-experiment, or not-found while there is no verdict")
    @APIResponse(responseCode = "422", description = "Neither both λ nor a strategy, or unknown-strategy")
    public Uni<SimulationView> simulate(
            @PathParam("experiment") String experiment, @NotNull @Valid SimulationRequest request) {
        return simulator.simulate(experiment, weights(request)).map(outcome -> view(experiment, outcome));
    }

    private static SimulationView view(String experiment, VerdictSimulator.Outcome outcome) {
        if (outcome instanceof VerdictSimulator.Simulated simulated) {
            return SimulationView.from(simulated.verdict());
        }
        if (outcome instanceof VerdictSimulator.UnknownStrategy unknown) {
            throw ProblemException.at(
                    ProblemType.UNKNOWN_STRATEGY, "/strategy", "No strategy is named \"" + unknown.name() + "\"");
        }
        if (outcome instanceof VerdictSimulator.NoVerdict) {
            throw VerdictProblems.noVerdict(experiment);
        }
        throw VerdictProblems.unknown(experiment);
    }

    private static OtherWeights weights(SimulationRequest request) {
        Double cost = request.lambdaCost();
        Double risk = request.lambdaRisk();
        String strategy = request.strategy();
        if (strategy != null && cost == null && risk == null) {
            return new OtherWeights.Named(strategy);
        }
        if (strategy == null && cost != null && risk != null) {
            return new OtherWeights.Lambdas(weight("/lambdaCost", cost), weight("/lambdaRisk", risk));
        }
        throw ProblemException.invalidValue("", "Give both lambdaCost and lambdaRisk, or strategy alone");
    }

    private static double weight(String pointer, double value) {
        if (!(value >= 0 && value <= MOST)) {
            throw ProblemException.invalidValue(pointer, "must be from 0 to 1000000");
        }
        return value;
    }
}
