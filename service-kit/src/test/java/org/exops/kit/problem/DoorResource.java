package org.exops.kit.problem;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.errors.TimeoutException;
import org.exops.kit.concurrency.ETags;
import org.exops.kit.concurrency.IfMatch;
import org.exops.kit.idempotency.Idempotent;
import org.exops.kit.json.EventJson;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.security.Caller;
import org.exops.kit.security.Callers;
import org.exops.kit.security.Role;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A small service on top of the kit. */
@Path("/api/v1/doors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DoorResource {
    private static final List<String> NAMES = List.of("attic", "cellar", "front", "garden", "kitchen");

    private final Callers callers;

    DoorResource(Callers callers) {
        this.callers = callers;
    }

    @POST
    @Idempotent
    public Uni<Response> build(@NotNull @Valid DoorRequest request, @RestQuery String outcome) {
        int number = Doors.build();
        return Uni.createFrom().completionStage(Doors.gate()).map(opened -> answer(request, number, outcome));
    }

    private static Response answer(DoorRequest request, int number, String outcome) {
        if (outcome == null) {
            return Response.created(URI.create("/api/v1/doors/" + number))
                    .header("ETag", ETags.of(number))
                    .entity(Map.of("number", number, "door", request))
                    .build();
        }
        throw switch (outcome) {
            case "refused" -> new ProblemException(ProblemType.KEY_TAKEN, "Taken, at attempt " + number);
            case "later" ->
                new ProblemException(ProblemType.UNKNOWN_EXPERIMENT, "Not known yet")
                        .retryAfter(java.time.Duration.ofSeconds(1));
            default -> new IllegalStateException("broke at attempt " + number);
        };
    }

    @POST
    @Path("/plain")
    public Uni<DoorRequest> plain(@NotNull @Valid DoorRequest request) {
        return Uni.createFrom().item(request);
    }

    @POST
    @Path("/blocking")
    public DoorRequest blocking(@NotNull @Valid DoorRequest request) {
        return request;
    }

    @POST
    @Path("/stream")
    @Consumes(MediaType.WILDCARD)
    public long stream(InputStream body) throws IOException {
        return body.transferTo(java.io.OutputStream.nullOutputStream());
    }

    @GET
    public Page<String> list(@RestQuery @Max(1000) Integer limit, @RestQuery String cursor) {
        var page = PageRequest.of(limit, cursor);
        List<String> rows = NAMES.stream()
                .filter(name -> page.cursor()
                        .map(seen -> name.compareTo(seen.text(0)) > 0)
                        .orElse(true))
                .limit(page.rows())
                .toList();
        return Page.of(rows, page, Cursor::of);
    }

    @GET
    @Path("/{id}")
    public String one(@RestPath UUID id) {
        return id.toString();
    }

    @PUT
    @Path("/{id}")
    public Response change(@RestPath UUID id, @HeaderParam("If-Match") String ifMatch, DoorRequest request) {
        IfMatch.parse(ifMatch).require(7);
        return Response.ok().header("ETag", ETags.of(8)).build();
    }

    @GET
    @Path("/operators")
    @RolesAllowed(Role.Names.OPERATOR)
    public String operators() {
        return "welcome";
    }

    @GET
    @Path("/me")
    public Caller me() {
        return callers.current();
    }

    @GET
    @Path("/trace")
    public String trace() {
        return String.valueOf(MDC.get("traceId"));
    }

    @GET
    @Path("/of-team/{team}")
    public String ofTeam(String team) {
        callers.current().requireTeam(team);
        return team;
    }

    @GET
    @Path("/failures/{kind}")
    public Uni<String> fail(String kind) {
        return Uni.createFrom()
                .failure(
                        switch (kind) {
                            case "database-away" ->
                                new IllegalStateException(new ConnectException("Connection refused: secret-host:5432"));
                            case "broker-away" ->
                                new TimeoutException("Topic x not present in metadata after 60000 ms.");
                            case "our-json" -> unreadable();
                            case "web" -> new WebApplicationException("secret", 418);
                            default -> new IllegalStateException("select secret from accounts");
                        });
    }

    private static Throwable unreadable() {
        try {
            return new IllegalStateException(EventJson.read("{", Map.class).toString());
        } catch (UncheckedIOException e) {
            return e;
        }
    }
}
