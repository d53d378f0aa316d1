package org.exops.scoring.strategy.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.events.v1.MetricKind;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.problem.Violation;
import org.exops.scoring.statistics.model.HybridSpend;
import org.exops.scoring.statistics.model.Published;
import org.exops.scoring.statistics.model.RequiredSize;
import org.jspecify.annotations.Nullable;

/** How large an experiment has to be. */
@Path("/api/v1/strategies/size")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Strategies")
public class SizeResource {
    @POST
    @Operation(summary = "Computes the units per arm that show an effect with the wanted power, one-sided (any role)")
    @APIResponse(responseCode = "200", description = "Units per arm")
    @APIResponse(responseCode = "422", description = "Numbers without an answer, or a metric without a closed form")
    public SizeView size(@NotNull @Valid SizeRequest request) {
        refuse(violations(request));
        double designEffect = Objects.requireNonNullElse(request.designEffect(), 1.0);
        double alpha = number(request.alpha());
        return new SizeView(
                units(request, alpha, designEffect),
                units(request, new HybridSpend(alpha, 1).ordinaryAlpha(), designEffect));
    }

    private static long units(SizeRequest request, double alpha, double designEffect) {
        double effect = number(request.effect());
        double baseline = number(request.baseline());
        Double deviation = request.standardDeviation();
        double control = deviation == null ? baseline * (1 - baseline) : deviation * deviation;
        double treatment = deviation == null ? (baseline + effect) * (1 - baseline - effect) : deviation * deviation;
        double units = new RequiredSize(alpha, number(request.power())).perArm(effect, control, treatment);
        return (long) StrictMath.ceil(Published.of(units * designEffect));
    }

    private static List<Violation> violations(SizeRequest request) {
        List<Violation> violations = new ArrayList<>();
        demand(violations, number(request.effect()) > 0, "/effect", "must be greater than 0");
        demand(violations, within(request.alpha(), 0.5), "/alpha", "must lie between 0 and 0.5");
        demand(violations, within(request.power(), 1), "/power", "must lie between 0 and 1");
        Double design = request.designEffect();
        demand(violations, design == null || design > 0, "/designEffect", "must be greater than 0");
        Double deviation = request.standardDeviation();
        demand(violations, deviation == null || deviation > 0, "/standardDeviation", "must be greater than 0");
        demand(
                violations,
                request.metricKind() != MetricKind.QUANTILE,
                "/metricKind",
                "a quantile has no closed form: size it by the share above a limit, as a PROPORTION");
        if (request.metricKind() == MetricKind.PROPORTION) {
            double reached = number(request.baseline()) + number(request.effect());
            demand(violations, within(request.baseline(), 1), "/baseline", "a share lies between 0 and 1");
            demand(violations, reached <= 1, "/effect", "baseline plus effect is more than 1");
        } else {
            demand(
                    violations,
                    deviation != null,
                    "/standardDeviation",
                    "is required unless the metric is a PROPORTION");
        }
        return violations;
    }

    private static void demand(List<Violation> violations, boolean holds, String pointer, String message) {
        if (!holds) {
            violations.add(new Violation(pointer, message));
        }
    }

    private static boolean within(@Nullable Double value, double below) {
        return value != null && value > 0 && value < below;
    }

    private static double number(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_VALUE, "No size follows from these numbers", violations);
        }
    }
}
