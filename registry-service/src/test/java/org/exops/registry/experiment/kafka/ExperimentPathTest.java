package org.exops.registry.experiment.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.registry.Door.EXPERIMENTS;
import static org.exops.registry.Door.asAlice;
import static org.exops.registry.Door.contract;
import static org.exops.registry.Door.freshKey;
import static org.exops.registry.Door.registered;
import static org.exops.registry.Door.review;
import static org.exops.registry.Door.show;
import static org.exops.registry.Neighbours.admit;
import static org.exops.registry.Neighbours.awaitStatus;
import static org.exops.registry.Neighbours.judge;
import static org.exops.registry.Neighbours.recommending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.exops.events.v1.AdmissionChange;
import org.exops.events.v1.AdmissionStatus;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.ExperimentChange;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.ExperimentStatus;
import org.exops.events.v1.RiskTier;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.TopicReader;
import org.exops.registry.Door;
import org.exops.registry.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From registration to knowledge through a real broker. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ExperimentPathTest {
    @BeforeEach
    void strategies_are_known() {
        Neighbours.publishStrategies();
    }

    @Test
    void from_registration_to_knowledge() {
        String word = "zebra" + UUID.randomUUID().toString().replace("-", "");
        try (TopicReader topic = Events.readFromNow(EventTypes.EXPERIMENT.topic())) {
            // Given
            JsonNode experiment = registered(contract(freshKey()).put("title", "About " + word));
            String key = experiment.get("key").textValue();
            ExperimentSnapshot first = topic.await(
                    EventTypes.EXPERIMENT, snapshot -> snapshot.key().equals(key));
            assertThat(first.what()).isEqualTo(ExperimentChange.REGISTERED);
            assertThat(first.status()).isEqualTo(ExperimentStatus.REGISTERED);
            assertThat(first.revision()).isEqualTo(2);
            assertThat(first.people().registrar()).isEqualTo("alice");
            assertThat(first.risk().tier()).isEqualTo(RiskTier.HIGH);
            assertThat(first.plan().digest())
                    .isEqualTo(experiment.at("/registration/planDigest").textValue());
            assertThat(first.configuration().variants().get(1).digest())
                    .isEqualTo(experiment.at("/variants/1/digest").textValue());
            assertThat(first.configuration().plan().requiredUnits()).isEqualTo(2000);
            // When
            admit(experiment, 1, AdmissionChange.QUEUED, AdmissionStatus.QUEUED, 0);
            awaitStatus(experiment, "QUEUED");
            admit(experiment, 2, AdmissionChange.GRANTED, AdmissionStatus.GRANTED, 17);
            awaitStatus(experiment, "RUNNING");
            UUID verdict = judge(experiment, 1, recommending("ROLLOUT"));
            asAlice()
                    .header("If-Match", "*")
                    .body("{\"decision\": \"ROLLOUT\", \"rationale\": \"worth it\", \"verdictId\": \"%s\"}"
                            .formatted(verdict))
                    .post(EXPERIMENTS + "/" + key + "/decision")
                    .then()
                    .statusCode(200);
            admit(experiment, 3, AdmissionChange.RELEASED, AdmissionStatus.RELEASED, 17);
            // Then
            ExperimentSnapshot last = topic.await(
                    EventTypes.EXPERIMENT,
                    snapshot -> snapshot.key().equals(key) && snapshot.status() == ExperimentStatus.CONCLUDED);
            assertThat(last.what()).isEqualTo(ExperimentChange.DECIDED);
            assertThat(last.decision()).isNotNull();
            assertThat(topic.payloads(
                            EventTypes.EXPERIMENT, experiment.get("id").textValue()))
                    .extracting(ExperimentSnapshot::revision)
                    .isEqualTo(List.of(2L, 3L, 4L, 5L));
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> asAlice()
                            .get(EXPERIMENTS + "/" + key + "/history")
                            .then()
                            .body("items.what", hasItem("ADMISSION_RECORDED")));
            assertThat(show(key).get("status").textValue()).isEqualTo("CONCLUDED");
            review(key).then().body(containsString("GRANTED at 2026-11-22T12:00:00Z, slot 0, token 17"));
            asAlice()
                    .get("/api/v1/knowledge?q=" + word + "&decision=ROLLOUT&target=PROMPT&surface=support/refund-agent")
                    .then()
                    .statusCode(200)
                    .body("items.experiment", contains(key))
                    .body("items[0].snippet", containsString("**" + word + "**"))
                    .body("items[0].why", hasItem(containsString("title")))
                    .body("items[0].decision", equalTo("ROLLOUT"));
        }
    }

    @Test
    void a_draft_is_never_published() {
        try (TopicReader topic = Events.readFromNow(EventTypes.EXPERIMENT.topic())) {
            // Given
            String key = Door.aDraft();
            String id = show(key).get("id").textValue();
            asAlice()
                    .header("If-Match", "*")
                    .post(EXPERIMENTS + "/" + key + "/withdrawal")
                    .then()
                    .statusCode(200);
            // When something later was published
            String later = registered(contract(freshKey())).get("key").textValue();
            ExperimentSnapshot published = topic.await(
                    EventTypes.EXPERIMENT, snapshot -> snapshot.key().equals(later));
            // Then
            assertThat(published.what()).isEqualTo(ExperimentChange.REGISTERED);
            assertThat(topic.payloads(EventTypes.EXPERIMENT, id)).isEmpty();
        }
    }

    @Test
    void a_released_run_is_truncated_and_a_late_word_changes_nothing() {
        // Given
        JsonNode experiment = registered(contract(freshKey()));
        admit(experiment, 2, AdmissionChange.GRANTED, AdmissionStatus.GRANTED, 1);
        awaitStatus(experiment, "RUNNING");
        admit(experiment, 3, AdmissionChange.SUSPENDED, AdmissionStatus.SUSPENDED, 1);
        awaitStatus(experiment, "SUSPENDED");
        admit(experiment, 4, AdmissionChange.RESUMED, AdmissionStatus.GRANTED, 2);
        awaitStatus(experiment, "RUNNING");
        // When
        admit(experiment, 1, AdmissionChange.QUEUED, AdmissionStatus.QUEUED, 0);
        admit(experiment, 5, AdmissionChange.RELEASED, AdmissionStatus.RELEASED, 2);
        // Then
        awaitStatus(experiment, "REGISTERED");
        assertThat(show(experiment.get("key").textValue()).get("truncated").booleanValue())
                .isTrue();
    }

    @Test
    void the_strategy_of_registration_stays_whatever_is_published_later() {
        // Given
        Neighbours.publish("safety", 2, 1, 5, 0.9);
        JsonNode other = registered(contract(freshKey()).put("strategy", "growth"));
        // When
        Neighbours.publish("growth", 2, 0.6, 1, 0.5);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(registered(contract(freshKey()))
                                .at("/registration/strategy/version")
                                .longValue())
                        .isEqualTo(2));
        Neighbours.publish("growth", 1, 0.5, 1, 0.5);
        // Then
        assertThat(show(other.get("key").textValue())
                        .at("/registration/strategy/version")
                        .longValue())
                .isEqualTo(1);
    }
}
