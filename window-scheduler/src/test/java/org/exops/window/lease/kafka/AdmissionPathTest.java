package org.exops.window.lease.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.exops.events.v1.AdmissionChange;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.AdmissionStatus;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.Reason;
import org.exops.events.v1.RiskTier;
import org.exops.kit.testing.Events;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.TopicReader;
import org.exops.window.Asking;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AdmissionPathTest {
    private final String surface = "path-" + UUID.randomUUID() + "/agent";
    private final ExperimentSnapshots first = new ExperimentSnapshots(surface);
    private final ExperimentSnapshots second = new ExperimentSnapshots(surface);

    @Test
    void a_registered_experiment_is_granted_and_its_decision_grants_the_next() {
        try (TopicReader admissions = Events.readFromNow(EventTypes.ADMISSION.topic())) {
            first.publish("REGISTERED", "REGISTERED", "LOW");
            second.publish("REGISTERED", "REGISTERED", "LOW");
            request(first, 201);
            request(second, 202);

            AdmissionSnapshot granted = newest(admissions, first, AdmissionChange.GRANTED);
            assertThat(granted.revision()).isEqualTo(1);
            assertThat(granted.status()).isEqualTo(AdmissionStatus.GRANTED);
            assertThat(granted.surface()).isEqualTo(surface);
            assertThat(granted.tier()).isEqualTo(RiskTier.LOW);
            assertThat(Objects.requireNonNull(granted.lease()).fencingToken()).isEqualTo(1);
            assertThat(granted.lease().until()).isEqualTo(Instant.parse("2036-12-01T00:00:00Z"));
            assertThat(newest(admissions, second, AdmissionChange.QUEUED).reasons())
                    .extracting(Reason::code)
                    .containsExactly("CAPACITY");

            first.publish("DECIDED", "CONCLUDED", "LOW");

            AdmissionSnapshot released = newest(admissions, first, AdmissionChange.RELEASED);
            assertThat(released.revision()).isEqualTo(2);
            assertThat(released.reasons()).extracting(Reason::code).containsExactly("DECIDED");
            assertThat(Objects.requireNonNull(released.lease()).until()).isEqualTo(released.at());
            AdmissionSnapshot next = newest(admissions, second, AdmissionChange.GRANTED);
            assertThat(next.revision()).isEqualTo(2);
            assertThat(Objects.requireNonNull(next.lease()).fencingToken()).isEqualTo(2);
            assertThat(next.lease().from()).isEqualTo(released.lease().until());
        }
    }

    @Test
    void a_raised_tier_suspends_and_a_withdrawal_releases_the_reserved_slot() {
        try (TopicReader admissions = Events.readFromNow(EventTypes.ADMISSION.topic())) {
            first.publish("REGISTERED", "REGISTERED", "LOW");
            second.publish("REGISTERED", "REGISTERED", "LOW");
            request(first, 201);
            request(second, 202);

            first.publish("RISK_RAISED", "RUNNING", "HIGH");

            AdmissionSnapshot suspended = newest(admissions, first, AdmissionChange.SUSPENDED);
            assertThat(suspended.tier()).isEqualTo(RiskTier.HIGH);
            assertThat(suspended.reasons()).extracting(Reason::code).containsExactly("NO_WINDOW");
            assertThat(Objects.requireNonNull(suspended.lease()).until()).isEqualTo(suspended.at());
            request(second, 202);
            request(first, 202);

            first.publish("WITHDRAWN", "WITHDRAWN", "HIGH");

            assertThat(newest(admissions, first, AdmissionChange.RELEASED).lease())
                    .isEqualTo(suspended.lease());
            assertThat(Objects.requireNonNull(newest(admissions, second, AdmissionChange.GRANTED)
                                    .lease())
                            .slot())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_plan_that_ends_releases_by_itself_at_its_deadline() {
        try (TopicReader admissions = Events.readFromNow(EventTypes.ADMISSION.topic())) {
            Instant deadline = Instant.now().plus(Duration.ofSeconds(8)).truncatedTo(ChronoUnit.MILLIS);
            first.publish(1, "REGISTERED", "REGISTERED", "LOW", deadline);
            second.publish("REGISTERED", "REGISTERED", "LOW");
            request(first, 201);
            request(second, 202);

            AdmissionSnapshot released = newest(admissions, first, AdmissionChange.RELEASED);

            assertThat(released.reasons()).extracting(Reason::code).containsExactly("DEADLINE");
            assertThat(Objects.requireNonNull(released.lease()).until()).isEqualTo(deadline);
            assertThat(Objects.requireNonNull(newest(admissions, second, AdmissionChange.GRANTED)
                                    .lease())
                            .from())
                    .isAfterOrEqualTo(deadline);
        }
    }

    @Test
    void an_old_revision_and_a_tombstone_that_come_late_change_nothing() {
        Instant deadline = Instant.parse("2036-12-01T00:00:00Z");
        first.publish(1, "REGISTERED", "REGISTERED", "LOW", deadline);
        request(first, 201);
        first.publish(3, "DECIDED", "CONCLUDED", "LOW", deadline);
        status(first, "RELEASED");

        first.publish(2, "STATUS_CHANGED", "RUNNING", "LOW", deadline);
        Events.publish(EventTypes.EXPERIMENT.topic(), first.id().toString(), Map.of(), null);
        second.publishBehind(first);
        request(second, 201);

        assertThat(ask(first)).isEqualTo(409);
    }

    @Test
    void poison_goes_to_the_dead_letters_and_blocks_nobody() {
        try (TopicReader dead = Events.readFromNow(EventTypes.EXPERIMENT.deadLetterTopic())) {
            String key = first.id().toString();
            Events.publish(
                    EventTypes.EXPERIMENT.topic(),
                    key,
                    Events.headers(EventTypes.EXPERIMENT.type(), key, UUID.randomUUID()),
                    new byte[] {'{'});
            first.publish("REGISTERED", "REGISTERED", "LOW");

            assertThat(dead.awaitRecord(it -> key.equals(it.key())).value()).containsExactly('{');
            request(first, 201);
        }
    }

    private static AdmissionSnapshot newest(
            TopicReader admissions, ExperimentSnapshots experiment, AdmissionChange what) {
        return admissions.await(
                EventTypes.ADMISSION, it -> it.experimentId().equals(experiment.id()) && it.what() == what);
    }

    // 404 while the snapshot is on its way, as the answer's Retry-After says.
    private static void request(ExperimentSnapshots experiment, int status) {
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(experiment), answer -> answer == status);
    }

    private static int ask(ExperimentSnapshots experiment) {
        return Asking.experimenter("support")
                .body(Map.of("experiment", experiment.key()))
                .post("/api/v1/admissions")
                .statusCode();
    }

    private static void status(ExperimentSnapshots experiment, String status) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Asking.viewer()
                                .get("/api/v1/admissions/" + experiment.key())
                                .path("status"),
                        List.of(status)::contains);
    }
}
