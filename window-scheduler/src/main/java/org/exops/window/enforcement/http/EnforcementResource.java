package org.exops.window.enforcement.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.window.enforcement.EnforcementLedger;
import org.jspecify.annotations.Nullable;

/** The ledger, to be read only. */
@Path("/api/v1/enforcements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enforcements", description = "What was decided on each surface: append-only and hash-chained")
public class EnforcementResource {
    private final EnforcementLedger ledger;

    EnforcementResource(EnforcementLedger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(summary = "Lists entries, oldest first, of one experiment (key or id) or of all (any role)")
    @APIResponse(responseCode = "200", description = "One page of entries; none for an experiment that is not known")
    @APIResponse(responseCode = "400", description = "A cursor that this list has not given")
    @APIResponse(responseCode = "422", description = "A limit outside of 1 to 200")
    public Uni<Page<EnforcementView>> list(
            @QueryParam("experiment") @Nullable String experiment,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        long after = request.cursor().map(seen -> seen.number(0)).orElse(0L);
        return ledger.page(experiment, after, request.rows())
                .map(rows ->
                        Page.of(rows, request, entry -> Cursor.of(entry.id())).map(EnforcementView::from));
    }
}
