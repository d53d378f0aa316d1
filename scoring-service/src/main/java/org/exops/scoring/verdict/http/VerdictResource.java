package org.exops.scoring.verdict.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.scoring.verdict.Standing;
import org.exops.scoring.verdict.VerdictLibrary;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Reads verdicts. */
@Path("/api/v1/verdicts/{experiment}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verdicts", description = "What the evidence says, and how it came to that")
public class VerdictResource {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration STREAM_WAIT = Duration.ofSeconds(30);

    private final VerdictLibrary library;

    VerdictResource(VerdictLibrary library) {
        this.library = library;
    }

    @GET
    @Operation(
            summary = "Reads the newest verdict (any role)",
            description =
                    "With wait (at most PT1M) the answer comes as soon as a verdict beyond afterRevision is there, and at"
                            + " the end of wait the standing one. An experiment is named by its id or key.")
    @APIResponse(
            responseCode = "200",
            description = "The newest verdict",
            content = @Content(schema = @Schema(implementation = VerdictSnapshot.class)))
    @APIResponse(
            responseCode = "404",
            description =
                    "unknown-experiment, or not-found while there is no evidence to judge; try again after Retry-After")
    @APIResponse(responseCode = "422", description = "wait is no duration up to PT1M, or afterRevision is negative")
    public Uni<VerdictSnapshot> newest(
            @PathParam("experiment") String experiment,
            @QueryParam("wait") @Nullable String wait,
            @QueryParam("afterRevision") @Nullable Long afterRevision) {
        Duration patience = wait(wait);
        long revision = afterRevision == null ? 0 : afterRevision;
        if (revision < 0) {
            throw ProblemException.invalidValue("/afterRevision", "must not be negative");
        }
        return (patience.isZero() ? library.standing(experiment) : library.standing(experiment, revision, patience))
                .map(standing -> judged(experiment, standing));
    }

    @GET
    @Path("/history")
    @Operation(summary = "Lists the verdicts, the newest first, with what each look saw and spent (any role)")
    @APIResponse(responseCode = "200", description = "One page of the ledger")
    @APIResponse(responseCode = "404", description = "unknown-experiment")
    public Uni<Page<HistoryView>> history(
            @PathParam("experiment") String experiment,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        long before = request.cursor().map(after -> after.number(0)).orElse(Long.MAX_VALUE);
        return library.history(experiment, before, request.rows())
                .map(found -> found.orElseThrow(() -> VerdictProblems.unknown(experiment)))
                .map(entries -> Page.of(
                                entries,
                                request,
                                entry -> Cursor.of(entry.identity().revision()))
                        .map(HistoryView::from));
    }

    @GET
    @Path("/stream")
    @OfKnownExperiment
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Streams the standing verdict and every newer one as server-sent events (any role)")
    @APIResponse(
            responseCode = "200",
            description = "One event per verdict; those that follow too fast may be left out")
    @APIResponse(responseCode = "404", description = "unknown-experiment")
    public Multi<VerdictSnapshot> stream(@PathParam("experiment") String experiment) {
        AtomicLong seen = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> library.standing(experiment, seen.get(), STREAM_WAIT))
                .indefinitely()
                .filter(standing -> standing instanceof Standing.Judged judged
                        && judged.verdict().revision() > seen.get())
                .map(standing -> ((Standing.Judged) standing).verdict())
                .invoke(verdict -> seen.set(verdict.revision()));
    }

    @GET
    @Path("/sensitivity")
    @Operation(summary = "Shows how the score depends on the weights of cost and risk (any role)")
    @APIResponse(
            responseCode = "200",
            description = "S over multiples of κ, each preset's recommendation, and the weight at which S is 0",
            content = @Content(schema = @Schema(implementation = VerdictSnapshot.Sensitivity.class)))
    @APIResponse(responseCode = "404", description = "unknown-experiment, or not-found while there is no estimate")
    public Uni<VerdictSnapshot.Sensitivity> sensitivity(@PathParam("experiment") String experiment) {
        return library.standing(experiment).map(standing -> {
            VerdictSnapshot.Sensitivity sensitivity =
                    judged(experiment, standing).sensitivity();
            if (sensitivity == null) {
                throw new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no estimate of the score yet, so nothing depends on the weights; the verdict says what"
                                + " is missing");
            }
            return sensitivity;
        });
    }

    private static VerdictSnapshot judged(String experiment, Standing standing) {
        if (known(experiment, standing) instanceof Standing.Judged judged) {
            return judged.verdict();
        }
        throw VerdictProblems.noVerdict(experiment);
    }

    private static Standing known(String experiment, Standing standing) {
        if (standing instanceof Standing.Unknown) {
            throw VerdictProblems.unknown(experiment);
        }
        return standing;
    }

    private static Duration wait(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            Duration wait = Duration.parse(text);
            if (!wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0) {
                return wait;
            }
        } catch (DateTimeException e) {
            throw ProblemException.invalidValue("/wait", "must be an ISO-8601 duration such as PT5S");
        }
        throw ProblemException.invalidValue("/wait", "must be from PT0S to " + LONGEST_WAIT);
    }
}
