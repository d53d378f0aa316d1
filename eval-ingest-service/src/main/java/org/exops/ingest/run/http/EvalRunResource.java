package org.exops.ingest.run.http;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.ingest.run.EvalRuns;
import org.exops.ingest.run.ImportRequest;
import org.exops.ingest.run.RunBook;
import org.exops.ingest.run.RunDesk;
import org.exops.ingest.run.model.EvalRun;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.problem.Violation;
import org.exops.kit.security.Caller;
import org.exops.kit.security.Callers;
import org.exops.kit.security.Role;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/eval-runs}. Bodies are streams, read on a worker thread; a run's own identity makes a repetition harmless. */
@Path("/api/v1/eval-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "eval runs")
@APIResponse(responseCode = "401", description = "No token, or a bad one")
@APIResponse(responseCode = "403", description = "The role may not, or other-team")
@APIResponse(responseCode = "503", description = "unavailable; see Retry-After")
public class EvalRunResource {
    private static final String LINES = "application/x-ndjson";

    private final RunDesk desk;
    private final RunBook book;
    private final Callers callers;

    EvalRunResource(RunDesk desk, RunBook book, Callers callers) {
        this.desk = desk;
        this.book = book;
        this.callers = callers;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.INGESTOR, Role.Names.EXPERIMENTER})
    @Operation(
            summary = "Take an eval run",
            description =
                    "One JSON document of at most 16 MiB, or application/x-ndjson: the header line, then one case a line."
                            + " 202 once it is durable.")
    @APIResponse(
            responseCode = "202",
            description = "Durable; the same content again answers the same",
            content = @Content(schema = @Schema(implementation = RunReceipt.class)))
    @APIResponse(responseCode = "400", description = "malformed-json, unreadable-file, invalid-shape")
    @APIResponse(responseCode = "409", description = "experiment-over, run-changed")
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "422", description = "unknown-variant, invalid-value")
    @APIResponse(responseCode = "429", description = "too-many-requests; see Retry-After")
    public Response receive(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = EvalRunRequest.class)),
                                @Content(mediaType = LINES)
                            })
                    InputStream body) {
        return accepted(desk.receiveDocument(body, callers.current()));
    }

    @POST
    @Blocking
    @Consumes(LINES)
    @RolesAllowed({Role.Names.INGESTOR, Role.Names.EXPERIMENTER})
    @Operation(hidden = true) // described with its JSON twin: one path, one operation
    public Response receiveLines(InputStream body) {
        return accepted(desk.receiveLines(body, callers.current()));
    }

    @POST
    @Path("imports")
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.Names.INGESTOR, Role.Names.EXPERIMENTER})
    @Operation(
            summary = "Take an eval tool's own file as it is",
            description =
                    "promptfoo: JSON (results.version 3 and 2) or JSONL. Streamed up to 2 GiB; 202 once it is durable.")
    @APIResponse(
            responseCode = "202",
            description = "Durable; counts are the sum over the variants",
            content = @Content(schema = @Schema(implementation = RunReceipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "unreadable-file: where it is cut or malformed; nothing of it counts")
    @APIResponse(responseCode = "409", description = "experiment-over, run-changed")
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "422", description = "unknown-format, unknown-variant, invalid-value")
    @APIResponse(responseCode = "429", description = "too-many-requests; see Retry-After")
    public Response receiveFile(
            @Parameter(description = "key or id", required = true) @QueryParam("experiment") @Nullable
                    String experiment,
            @Parameter(description = "the one variant of the file") @QueryParam("variant") @Nullable String variant,
            @Parameter(description = "promptfoo; recognised when absent") @QueryParam("format") @Nullable String format,
            @Parameter(description = "LABEL:VARIANT, split at the last colon; * for all") @QueryParam("map")
                    List<String> map,
            @Parameter(description = "TOOLSCORE:METRIC; default: the tool's pass is the target metric")
                    @QueryParam("metric")
                    List<String> metric,
            @Parameter(description = "NAME@VERSION; default: the plan's") @QueryParam("evalSet") @Nullable
                    String evalSet,
            @Parameter(description = "field of metadata or vars that names the cluster")
                    @QueryParam("cluster")
                    @Nullable
                    String cluster,
            @Parameter(description = "default: the digest of the content") @QueryParam("runId") @Nullable String runId,
            InputStream body) {
        if (experiment == null) {
            throw ProblemException.invalidValue("/experiment", "is required");
        }
        ImportRequest request = new ImportRequest(experiment, variant, format, map, metric, evalSet, cluster, runId);
        return accepted(desk.receiveFile(request, body, callers.current()));
    }

    @GET
    @RolesAllowed({
        Role.Names.VIEWER,
        Role.Names.EXPERIMENTER,
        Role.Names.APPROVER,
        Role.Names.INGESTOR,
        Role.Names.OPERATOR
    })
    @Operation(summary = "List runs, newest first; an ingestor sees its own")
    @APIResponse(responseCode = "200", description = "A page")
    public Uni<Page<RunView>> list(
            @QueryParam("experiment") @Nullable String experiment,
            @QueryParam("variant") @Nullable String variant,
            @QueryParam("runId") @Nullable String runId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        EvalRuns.Filter filter = new EvalRuns.Filter(
                text("experiment", experiment), text("variant", variant), text("runId", runId), own());
        return book.list(filter, page)
                .map(runs -> Page.of(runs, page, EvalRunResource::position).map(RunView::from));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Role.Names.VIEWER,
        Role.Names.EXPERIMENTER,
        Role.Names.APPROVER,
        Role.Names.INGESTOR,
        Role.Names.OPERATOR
    })
    @Operation(summary = "One run, by the id that was answered; an ingestor sees its own")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RunView> find(@PathParam("id") UUID id) {
        String own = own();
        return book.find(id)
                .map(found -> found.filter(
                                run -> own == null || own.equals(run.sender().subject()))
                        .map(RunView::from)
                        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No run " + id)));
    }

    // A machine that only sends sees only what it has sent.
    private @Nullable String own() {
        Caller caller = callers.current();
        boolean ingestorOnly = caller.has(Role.INGESTOR) && caller.roles().size() == 1;
        return ingestorOnly ? caller.subject() : null;
    }

    // PostgreSQL has no text with NUL.
    private static @Nullable String text(String parameter, @Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw new ProblemException(
                    ProblemType.INVALID_VALUE,
                    "A filter has a NUL",
                    List.of(new Violation("/" + parameter, "must not contain NUL")));
        }
        return value;
    }

    private static Cursor position(EvalRun run) {
        return Cursor.of(run.sender().receivedAt(), run.run());
    }

    private static Response accepted(EvalRun run) {
        return Response.accepted(RunReceipt.from(run)).build();
    }
}
