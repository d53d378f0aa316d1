package org.exops.local.launcher.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.exops.local.launcher.RunningLauncher;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.FreePorts;
import org.exops.local.launcher.address.Ports;
import org.exops.local.launcher.token.LocalTokens;
import org.exops.local.launcher.token.SigningKey;
import org.exops.local.launcher.token.TokenRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged stack, started as a person starts it, and everything asked of it through the gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstStoryIT {
    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
    private static final Path DEMO = ROOT.resolve("deploy/local/demo/refund-prompt");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String EXPERIMENTS = "/api/v1/experiments";
    private static final String IMPORT = "/api/v1/eval-runs/imports?format=promptfoo&map=long-instructions:A"
            + "&map=short-instructions:B&metric=task_success:task_success&metric=groundedness:groundedness"
            + "&cluster=conversation&experiment=";

    private final PromptfooFile file = PromptfooFile.read(DEMO.resolve("promptfoo-results.json.gz"));
    private RunningLauncher launcher;
    private LocalTokens tokens;
    private String gateway;
    private Person alice;

    @BeforeAll
    void start(@TempDir Path state) throws IOException {
        Ports ports = FreePorts.all();
        gateway = ports.url(Endpoint.GATEWAY);
        launcher = RunningLauncher.start(ROOT, state, ports, "--no-demo").awaitLine("Ready: " + gateway);
        tokens = new LocalTokens(SigningKey.in(state), Clock.systemUTC());
        alice = person("alice", "support", "experimenter");
    }

    @AfterAll
    void stop() {
        launcher.close();
    }

    @Test
    void a_prompt_experiment_goes_from_its_registration_to_a_review_that_others_find() throws IOException {
        String key = "story-" + UUID.randomUUID();
        JsonObject document = document(key, "support/refund-agent-story");

        // Described and locked.
        Reply draft = alice.post(EXPERIMENTS, document.encode()).is(201);
        assertThat(draft.header("Location")).contains(EXPERIMENTS + "/");
        assertThat(draft.json().getString("status")).isEqualTo("DRAFT");
        assertThat(draft.json().getJsonObject("risk").getString("tier")).isEqualTo("LOW");
        String path = EXPERIMENTS + "/" + key;
        alice.post(path + "/registration", "").isProblem(428, "precondition-required");
        alice.post(path + "/registration", "", Map.of("If-Match", "\"999\"")).isProblem(412, "stale");
        JsonObject registered = alice.post(path + "/registration", "", Map.of("If-Match", draft.header("ETag")))
                .is(200)
                .json();
        assertThat(registered.getString("status")).isEqualTo("REGISTERED");
        assertThat(registered.getJsonArray("variants"))
                .allSatisfy(variant ->
                        assertThat(((JsonObject) variant).getString("digest")).matches("sha256:[0-9a-f]{64}"));

        // Admitted.
        Reply admission = until(
                () -> alice.post(
                        "/api/v1/admissions",
                        new JsonObject().put("experiment", key).encode()),
                reply -> !reply.hasSlug("unknown-experiment"));
        assertThat(admission.is(201).json().getString("status")).isEqualTo("GRANTED");
        assertThat(admission.json().getJsonObject("lease").getLong("fencingToken"))
                .isPositive();
        settle(() -> alice.get(path), reply -> reply.json().getString("status").equals("RUNNING"));

        // Evidence.
        JsonObject receipt = importFile(key, file.bytes()).is(202).json();
        assertThat(receipt.getInteger("accepted")).isEqualTo(file.rows().size());
        assertThat(receipt.getInteger("errors")).isEqualTo(file.errors());
        assertThat(receipt.getJsonArray("rejected")).isEmpty();
        JsonObject evidence = until(() -> alice.get("/api/v1/evidence/" + key), FirstStoryIT::hasPairs)
                .json();
        JsonObject pairs = evidence.getJsonArray("paired").getJsonObject(0);
        assertThat(pairs.getInteger("cases")).isEqualTo(file.rows().size() / 2);
        assertThat(pairs.getInteger("clusters")).isEqualTo(480);

        // Judged: the numbers are those of the file.
        long revision = evidence.getLong("revision");
        JsonObject verdict = until(
                        () -> alice.get("/api/v1/verdicts/" + key + "?wait=PT2S"),
                        reply -> reply.status() == 200
                                && !reply.json().getString("status").equals("COLLECTING")
                                && reply.json().getLong("evidenceRevision") >= revision)
                .json();
        assertThat(verdict.getString("status")).isEqualTo("SCORED");
        JsonObject comparison = verdict.getJsonArray("comparisons").getJsonObject(0);
        assertThat(comparison.getJsonObject("quality").getDouble("delta"))
                .isCloseTo(file.meanDifferenceOfSuccess(), within(1e-3));
        assertThat(comparison.getJsonObject("cost").getDouble("delta"))
                .isCloseTo(file.meanDifferenceOfCost() / 0.012, within(1e-3));
        String recommendation = verdict.getString("recommendation");
        assertThat(recommendation).isIn("ROLLOUT", "ITERATE", "ROLLBACK", "CONTINUE");
        String verdictId = verdict.getString("verdictId");
        JsonObject replay = alice.post("/api/v1/verdicts/" + verdictId + "/replay", "")
                .is(200)
                .json();
        assertThat(replay.getBoolean("identical")).isTrue();
        assertThat(replay.getJsonArray("differences")).isEmpty();

        // Decided, once.
        String decision = recommendation.equals("CONTINUE") ? "ITERATE" : recommendation;
        Reply concluded = until(
                () -> decide(key, decision, newestVerdict(key)), reply -> reply.status() == 200 || isFinal(reply));
        assertThat(concluded.is(200).json().getString("status")).isEqualTo("CONCLUDED");
        decide(key, decision, newestVerdict(key)).isProblem(409, "illegal-transition");

        // Remembered.
        Reply review = alice.get(path + "/review", "text/markdown").is(200);
        assertThat(review.body())
                .startsWith("# Experiment Review\n")
                .contains("\n- Hypothesis:", "\n- Variant A/B:", "\n- Target Metric:")
                .contains("\n- Result (Quality/Cost/Risk):", "\n- Decision: ")
                .contains(document.getString("hypothesis"));
        assertThat(alice.get(path + "/review").is(200).json()).isNotEmpty();
        Person bob = person("bob", "billing", "viewer");
        Reply found = until(
                () -> bob.get("/api/v1/knowledge?q=refund&surface=support%2Frefund-agent-story"),
                reply -> reply.status() == 200 && reply.body().contains(key));
        assertThat(found.json().getJsonArray("items").getJsonObject(0).getString("snippet"))
                .isNotBlank();

        // Over.
        settle(
                () -> alice.get("/api/v1/admissions/" + key),
                reply -> reply.is(200).json().getString("status").equals("RELEASED"));
        until(() -> importFile(key, "{}".getBytes(StandardCharsets.UTF_8)), reply -> reply.hasSlug("experiment-over"))
                .isProblem(409, "experiment-over");
    }

    @Test
    void a_file_that_is_cut_in_half_changes_nothing() throws IOException {
        String key = registered("support/refund-agent-cut");
        // Known to the ingest first: evidence for an experiment that is not known yet would be parked.
        settle(() -> alice.get("/api/v1/evidence/" + key), reply -> reply.status() == 200);
        String before = alice.get("/api/v1/evidence/" + key).is(200).body();

        Reply answer = importFile(key, Arrays.copyOf(file.bytes(), file.bytes().length / 2));

        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(alice.get("/api/v1/evidence/" + key).is(200).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/experiments",
                "/api/v1/eval-runs",
                "/api/v1/surfaces",
                "/api/v1/strategies",
                "/api/v1/verdicts/x"
            })
    void nobody_gets_anything_without_a_token(String path) {
        new Person(gateway, Optional.empty()).get(path).isProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/experiments", "/api/v1/eval-runs", "/api/v1/surfaces", "/api/v1/strategies"})
    void a_token_that_has_expired_is_none(String path) {
        TokenRequest expired = new TokenRequest("alice", "support", Set.of("experimenter"), Duration.ofHours(-1));

        new Person(gateway, Optional.of(tokens.sign(expired))).get(path).isProblem(401, "unauthorized");
    }

    @Test
    void a_token_of_another_stack_is_none(@TempDir Path elsewhere) {
        LocalTokens others = new LocalTokens(SigningKey.in(elsewhere), Clock.systemUTC());
        TokenRequest request = new TokenRequest("alice", "support", Set.of("operator"), Duration.ofHours(1));

        new Person(gateway, Optional.of(others.sign(request))).get(EXPERIMENTS).isProblem(401, "unauthorized");
    }

    @Test
    void a_viewer_creates_nothing() throws IOException {
        person("vera", "support", "viewer")
                .post(
                        EXPERIMENTS,
                        document("viewed", "support/refund-agent-viewed").encode())
                .isProblem(403, "forbidden");
    }

    @Test
    void another_team_registers_nothing_of_ours_and_sends_no_evidence_for_it() throws IOException {
        String key = "ours-" + UUID.randomUUID();
        String etag = alice.post(
                        EXPERIMENTS, document(key, "support/refund-agent-ours").encode())
                .is(201)
                .header("ETag");

        person("bob", "billing", "experimenter")
                .post(EXPERIMENTS + "/" + key + "/registration", "", Map.of("If-Match", etag))
                .isProblem(403, "other-team");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/experiments | {\"key\": | malformed-json",
                "/api/v1/experiments | {\"key\": \"x\", \"colour\": \"red\"} | invalid-shape",
                "/api/v1/eval-runs | {\"experiment\": | malformed-json",
                "/api/v1/admissions | {\"experiment\" | malformed-json",
                "/api/v1/strategies/size | {] | malformed-json"
            })
    void what_cannot_be_read_is_refused_with_the_reason(String path, String body, String slug) {
        alice.post(path, body).isProblem(400, slug);
    }

    @Test
    void a_verdict_that_does_not_exist_cannot_be_decided_on() throws IOException {
        String key = registered("support/refund-agent-undecided");

        Reply answer = decide(key, "ITERATE", UUID.randomUUID().toString());

        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(alice.get(EXPERIMENTS + "/" + key).json().getString("status"))
                .isEqualTo("REGISTERED");
    }

    private Person person(String user, String team, String role) {
        TokenRequest request = new TokenRequest(user, team, Set.of(role), Duration.ofHours(1));
        return new Person(gateway, Optional.of(tokens.sign(request)));
    }

    /** A registered experiment of its own on a surface of its own. */
    private String registered(String surface) throws IOException {
        String key = "it-" + UUID.randomUUID();
        String etag =
                alice.post(EXPERIMENTS, document(key, surface).encode()).is(201).header("ETag");
        Reply registration = alice.post(EXPERIMENTS + "/" + key + "/registration", "", Map.of("If-Match", etag));
        assertThat(registration.is(200).json().getString("status")).isEqualTo("REGISTERED");
        return key;
    }

    private static JsonObject document(String key, String surface) throws IOException {
        return new JsonObject(Files.readString(DEMO.resolve("experiment.json")))
                .put("key", key)
                .put("surface", surface);
    }

    private Reply importFile(String key, byte[] bytes) {
        return alice.post(IMPORT + key, BodyPublishers.ofByteArray(bytes), Map.of());
    }

    private static boolean hasPairs(Reply evidence) {
        JsonArray paired = evidence.status() == 200 ? evidence.json().getJsonArray("paired") : new JsonArray();
        return !paired.isEmpty() && paired.getJsonObject(0).getInteger("cases") > 0;
    }

    private String newestVerdict(String key) {
        return alice.get("/api/v1/verdicts/" + key).is(200).json().getString("verdictId");
    }

    private Reply decide(String key, String decision, String verdictId) {
        JsonObject body = new JsonObject()
                .put("decision", decision)
                .put("variant", decision.equals("ROLLOUT") ? "B" : null)
                .put("rationale", "As the verdict recommends.")
                .put("verdictId", verdictId);
        String path = EXPERIMENTS + "/" + key;
        return alice.post(
                path + "/decision",
                body.encode(),
                Map.of("If-Match", alice.get(path).header("ETag")));
    }

    // The registry may not have heard of the newest verdict yet, or the experiment has moved since it was read.
    private static boolean isFinal(Reply reply) {
        return !reply.hasSlug("verdict-superseded")
                && !reply.hasSlug("no-verdict")
                && !reply.hasSlug("illegal-transition")
                && !reply.hasSlug("stale");
    }

    private static void settle(Callable<Reply> question, Predicate<Reply> fits) {
        Reply settled = until(question, fits);
        assertThat(settled).matches(fits);
    }

    private static Reply until(Callable<Reply> question, Predicate<Reply> fits) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(question, fits);
    }
}
