package org.exops.scoring.strategy.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.concurrency.ETags;
import org.exops.kit.concurrency.IfMatch;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.problem.Violation;
import org.exops.kit.security.Callers;
import org.exops.kit.security.Role;
import org.exops.scoring.strategy.Publication;
import org.exops.scoring.strategy.StrategyCatalogue;
import org.exops.scoring.strategy.model.PublishedStrategy;
import org.exops.scoring.strategy.model.StrategyNumbers;
import org.jspecify.annotations.Nullable;

/** The weights that teams may choose from. */
@Path("/api/v1/strategies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Strategies", description = "Named, versioned weights of cost and risk against quality")
public class StrategyResource {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final StrategyCatalogue catalogue;
    private final Callers callers;

    StrategyResource(StrategyCatalogue catalogue, Callers callers) {
        this.catalogue = catalogue;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Lists the newest version of each strategy by name (any role)")
    @APIResponse(responseCode = "200", description = "One page of strategies")
    @APIResponse(responseCode = "400", description = "A cursor that this list has not given")
    @APIResponse(responseCode = "422", description = "A limit outside of 1 to 200")
    public Uni<Page<StrategyView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        return catalogue
                .page(request.cursor().map(after -> after.text(0)).orElse(null), request.rows())
                .map(rows -> Page.of(rows, request, strategy -> Cursor.of(strategy.name()))
                        .map(StrategyView::from));
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "Reads the newest version of a strategy, with its ETag (any role)")
    @APIResponse(responseCode = "200", description = "The strategy")
    @APIResponse(responseCode = "404", description = "No strategy of this name")
    public Uni<Response> read(@PathParam("name") String name) {
        return catalogue.newest(name).map(found -> answer(200, found.orElseThrow(() -> unknown(name))));
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(
            summary = "Publishes a version (operator)",
            description =
                    "If-Match takes the ETag that was read, or * (needed for a new name). Experiments keep the version"
                            + " that they registered with; the same numbers make no new version.")
    @APIResponse(responseCode = "200", description = "The strategy as it stands now")
    @APIResponse(responseCode = "201", description = "The first version of a new name")
    @APIResponse(responseCode = "403", description = "Not an operator")
    @APIResponse(responseCode = "412", description = "Somebody published since it was read")
    @APIResponse(responseCode = "422", description = "kappaRisk below 1, or another number that no strategy may have")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> publish(
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid StrategyRequest request) {
        IfMatch precondition = IfMatch.parse(ifMatch);
        StrategyNumbers numbers = valid(name, request.numbers());
        return catalogue
                .publish(name, numbers, precondition::matches, callers.current().subject())
                .map(StrategyResource::answer);
    }

    private static StrategyNumbers valid(String name, StrategyNumbers numbers) {
        if (!NAME.matcher(name).matches()) {
            throw ProblemException.invalidValue("/name", "must be lower-case letters, digits and hyphens, at most 63");
        }
        List<Violation> violations = numbers.breaches().entrySet().stream()
                .map(breach -> new Violation("/" + breach.getKey(), breach.getValue()))
                .toList();
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_VALUE, "These numbers cannot weigh an experiment", violations);
        }
        return numbers;
    }

    private static Response answer(Publication publication) {
        // With Java 21 this becomes an exhaustive switch.
        if (publication instanceof Publication.Created created) {
            return answer(201, created.strategy());
        }
        if (publication instanceof Publication.Revised revised) {
            return answer(200, revised.strategy());
        }
        if (publication instanceof Publication.Stale stale) {
            throw IfMatch.stale(stale.version());
        }
        throw new ProblemException(
                ProblemType.STALE,
                "There is no strategy of this name yet: send If-Match: * to publish its first version");
    }

    private static Response answer(int status, PublishedStrategy strategy) {
        return Response.status(status)
                .header("ETag", ETags.of(strategy.version()))
                .entity(StrategyView.from(strategy))
                .build();
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(ProblemType.NOT_FOUND, "No strategy is named \"" + name + "\"");
    }
}
