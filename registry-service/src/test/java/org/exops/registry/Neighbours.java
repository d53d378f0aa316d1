package org.exops.registry;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.exops.events.v1.AdmissionChange;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.AdmissionStatus;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.Golden;
import org.exops.events.v1.Reason;
import org.exops.events.v1.RiskTier;
import org.exops.events.v1.StrategyChange;
import org.exops.events.v1.StrategySnapshot;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.kit.json.EventJson;
import org.exops.kit.testing.Events;

/** What scoring and the scheduler would say. */
public final class Neighbours {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private Neighbours() {}

    /** Publishes the built-in strategies, unless they are known, and waits until the registry is ready. */
    public static void publishStrategies() {
        if (given().get("/q/health/ready").statusCode() == 200) {
            return;
        }
        publish("growth", 1, 0.5, 1, 0.5);
        publish("margin", 1, 2, 1, 0.7);
        publish("safety", 1, 1, 4, 0.8);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    public static void publish(String name, long version, double kappaCost, double kappaRisk, double probability) {
        Events.publish(
                EventTypes.STRATEGY,
                name,
                new StrategySnapshot(name, version, StrategyChange.PUBLISHED, NOW, kappaCost, kappaRisk, probability));
    }

    /** Publishes a verdict like the golden one and waits until the registry has read it. */
    @CanIgnoreReturnValue
    public static UUID judge(JsonNode experiment, long revision, Consumer<ObjectNode> change) {
        UUID verdict = publishVerdict(experiment, revision, change);
        String key = experiment.get("key").textValue();
        await().atMost(PATIENCE).until(() -> Door.review(key).asString().contains(verdict.toString()));
        return verdict;
    }

    /** The same without waiting. */
    @CanIgnoreReturnValue
    public static UUID publishVerdict(JsonNode experiment, long revision, Consumer<ObjectNode> change) {
        UUID id = UUID.randomUUID();
        ObjectNode json = EventJson.read(Golden.json(EventTypes.VERDICT), ObjectNode.class);
        json.put("verdictId", id.toString());
        json.put("revision", revision);
        json.put("experimentId", experiment.get("id").textValue());
        json.put("experiment", experiment.get("key").textValue());
        change.accept(json);
        VerdictSnapshot snapshot = EventJson.read(json.toString(), VerdictSnapshot.class);
        Events.publish(EventTypes.VERDICT, experiment.get("id").textValue(), snapshot);
        return id;
    }

    /** Makes every comparison and the verdict recommend this. */
    public static Consumer<ObjectNode> recommending(String recommendation) {
        return verdict -> {
            verdict.put("recommendation", recommendation);
            verdict.withArray("comparisons")
                    .forEach(comparison -> ((ObjectNode) comparison).put("recommendation", recommendation));
        };
    }

    public static Consumer<ObjectNode> blocked() {
        return verdict -> {
            verdict.put("status", "BLOCKED");
            verdict.put("recommendation", "ROLLBACK");
            verdict.withArray("comparisons").removeAll();
        };
    }

    public static Consumer<ObjectNode> withoutEvidence() {
        return verdict -> {
            verdict.put("status", "COLLECTING");
            ((ObjectNode) verdict.get("account")).withArray("arms").removeAll();
        };
    }

    /** Says where an admission stands; a lease comes with every token above 0. */
    public static void admit(
            JsonNode experiment, long revision, AdmissionChange what, AdmissionStatus status, long token) {
        Events.publish(
                EventTypes.ADMISSION,
                experiment.get("id").textValue(),
                new AdmissionSnapshot(
                        UUID.fromString(experiment.get("id").textValue()),
                        experiment.get("key").textValue(),
                        revision,
                        what,
                        NOW,
                        "support/refund-agent",
                        "support",
                        RiskTier.LOW,
                        status,
                        token == 0 ? null : new AdmissionSnapshot.Lease(0, token, NOW, null, null, null),
                        "alice",
                        List.of(),
                        List.of(new Reason("SLOT_FREE", "slot 0 was free"))));
    }

    public static void awaitStatus(JsonNode experiment, String status) {
        String key = experiment.get("key").textValue();
        await().atMost(PATIENCE)
                .until(() -> Door.show(key).get("status").textValue().equals(status));
    }
}
