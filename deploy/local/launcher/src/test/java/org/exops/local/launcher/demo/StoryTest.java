package org.exops.local.launcher.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exops.local.launcher.token.LocalTokens;
import org.exops.local.launcher.token.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story against answers as the API may give them; the end-to-end test tells it against the services. */
class StoryTest {
    private static final String REVIEW = "# Experiment Review\n- Hypothesis: shorter\n";

    @TempDir
    Path state;

    private final Vertx vertx = Vertx.vertx();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, Deque<Scripted>> script = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    private record Scripted(int status, String body) {}

    @BeforeEach
    void serve() {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        usualAnswers();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void reaches_the_review_and_says_what_the_services_said() throws InterruptedException {
        tell();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("POST /api/v1/experiments -> 201", "refund-agent-prompt is DRAFT, risk tier LOW")
                .contains("POST /api/v1/experiments/refund-agent-prompt/registration -> 200", "REGISTERED")
                .contains("GRANTED, slot 1, fencing token 7", "accepted 5258 cases")
                .contains("SCORED, recommendation ROLLOUT", "CONCLUDED", REVIEW.strip());
        assertThat(sent("POST /api/v1/experiments/refund-agent-prompt/decision"))
                .contains("\"decision\":\"ROLLOUT\"", "\"variant\":\"B\"", "\"verdictId\":\"v-1\"");
    }

    @Test
    void takes_another_key_when_an_earlier_run_has_the_first() throws InterruptedException {
        first("POST /api/v1/experiments", 409, problem("key-taken"));
        again("POST /api/v1/experiments/refund-agent-prompt", "POST /api/v1/experiments/refund-agent-prompt-2");

        tell();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("refund-agent-prompt-2 is DRAFT");
    }

    @Test
    void acknowledges_what_was_tried_before() throws InterruptedException {
        String prior = new JsonObject(problem("prior-attempt"))
                .put(
                        "priorAttempts",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("experiment", "earlier")
                                        .put("decision", "ITERATE")))
                .encode();
        first("POST /api/v1/experiments/refund-agent-prompt/registration", 409, prior);
        always("PUT /api/v1/experiments/refund-agent-prompt", 200, "{}");

        tell();

        assertThat(sent("PUT /api/v1/experiments/refund-agent-prompt"))
                .contains("\"acknowledgedPriorAttempts\":[\"earlier\"]");
    }

    @Test
    void waits_for_services_that_have_not_heard_of_it_yet() throws InterruptedException {
        first("POST /api/v1/admissions", 404, problem("unknown-experiment"));
        first("GET /api/v1/verdicts/refund-agent-prompt", 404, problem("not-found"));
        first("POST /api/v1/experiments/refund-agent-prompt/decision", 409, problem("illegal-transition"));

        tell();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains(REVIEW.strip());
    }

    @Test
    void iterates_when_the_verdict_only_says_to_continue() throws InterruptedException {
        always("GET /api/v1/verdicts/refund-agent-prompt", 200, verdict("CONTINUE"));

        tell();

        assertThat(sent("POST /api/v1/experiments/refund-agent-prompt/decision"))
                .contains("\"decision\":\"ITERATE\"")
                .doesNotContain("\"variant\"");
    }

    @Test
    void fails_with_the_answer_that_it_did_not_expect() {
        always("POST /api/v1/eval-runs/imports", 400, problem("malformed-json"));

        assertThatThrownBy(this::tell)
                .isInstanceOf(StoryFailure.class)
                .hasMessageContaining("400")
                .hasMessageContaining("malformed-json");
    }

    private void usualAnswers() {
        String experiment = "GET /api/v1/experiments/refund-agent-prompt";
        always("POST /api/v1/experiments", 201, "{\"status\":\"DRAFT\",\"risk\":{\"tier\":\"LOW\",\"reasons\":[]}}");
        always(experiment, 200, "{\"status\":\"RUNNING\"}");
        always(
                "POST /api/v1/experiments/refund-agent-prompt/registration",
                200,
                "{\"status\":\"REGISTERED\",\"variants\":[{\"name\":\"A\",\"digest\":\"sha256:0\"}]}");
        always(
                "POST /api/v1/admissions",
                201,
                "{\"status\":\"GRANTED\",\"lease\":{\"slot\":1,\"fencingToken\":7},\"reasons\":[]}");
        always("POST /api/v1/eval-runs/imports", 202, "{\"accepted\":5258,\"failed\":900,\"errors\":21}");
        always(
                "GET /api/v1/evidence/refund-agent-prompt",
                200,
                "{\"revision\":3,\"paired\":[{\"cases\":2629,\"clusters\":480}]}");
        always("GET /api/v1/verdicts/refund-agent-prompt", 200, verdict("ROLLOUT"));
        always("POST /api/v1/experiments/refund-agent-prompt/decision", 200, "{\"status\":\"CONCLUDED\"}");
        always(experiment + "/review", 200, REVIEW);
        always(
                "GET /api/v1/knowledge",
                200,
                "{\"items\":[{\"experiment\":\"refund-agent-prompt\"},{\"experiment\":\"refund-agent-prompt-2\"}]}");
    }

    private static String verdict(String recommendation) {
        return new JsonObject()
                .put("verdictId", "v-1")
                .put("status", "SCORED")
                .put("variant", "B")
                .put("evidenceRevision", 3)
                .put("recommendation", recommendation)
                .put(
                        "reasons",
                        new JsonArray().add(new JsonObject().put("code", "X").put("text", "because")))
                .encode();
    }

    private static String problem(String slug) {
        return new JsonObject()
                .put("type", "https://exops.dev/problems/" + slug)
                .encode();
    }

    private void always(String call, int status, String body) {
        script.put(call, new ArrayDeque<>(List.of(new Scripted(status, body))));
    }

    private void first(String call, int status, String body) {
        requireNonNull(script.get(call)).addFirst(new Scripted(status, body));
    }

    /** What is scripted for the calls that begin so is also the answer to calls that begin otherwise. */
    private void again(String known, String other) {
        String suffix = other.substring(known.length());
        String key = known.substring(known.lastIndexOf('/') + 1);
        new HashMap<>(script).forEach((call, answers) -> script.put(call.replace(key, key + suffix), answers));
    }

    private void tell() throws InterruptedException {
        Narrator narrator = new Narrator(new PrintStream(out, true, StandardCharsets.UTF_8));
        Clock clock = Clock.systemUTC();
        Api api = new Api(
                URI.create("http://127.0.0.1:" + server.actualPort()),
                new LocalTokens(SigningKey.in(state), clock),
                narrator);
        new Story(Path.of("../demo/refund-prompt"), api, narrator, clock).tell();
    }

    private String sent(String call) {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> request.startsWith(call + "\n"))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }
    }

    private void answer(HttpServerRequest request) {
        String call = request.method() + " " + request.path();
        request.body().onSuccess(body -> {
            synchronized (requests) {
                requests.add(call + "\n" + (body.length() < 1 << 20 ? body.toString() : ""));
            }
            Deque<Scripted> answers = script.getOrDefault(call, new ArrayDeque<>(List.of(new Scripted(599, call))));
            Scripted next = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
            request.response()
                    .setStatusCode(next.status())
                    .putHeader("ETag", "\"1\"")
                    .end(next.body());
        });
    }
}
