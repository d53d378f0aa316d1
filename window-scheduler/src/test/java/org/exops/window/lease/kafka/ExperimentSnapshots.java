package org.exops.window.lease.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.kit.json.EventJson;
import org.exops.kit.testing.Events;

/** What the registry would publish of one experiment, from the contract's own example. */
final class ExperimentSnapshots {
    private final UUID id = UUID.randomUUID();
    private final String key = "path-" + id;
    private final String surface;
    private long revision;

    ExperimentSnapshots(String surface) {
        this.surface = surface;
    }

    UUID id() {
        return id;
    }

    String key() {
        return key;
    }

    /** Publishes the next revision. */
    void publish(String what, String status, String tier) {
        publish(++revision, what, status, tier, Instant.parse("2036-12-01T00:00:00Z"));
    }

    /** Publishes a revision that may be an old one. */
    void publish(long atRevision, String what, String status, String tier, Instant deadline) {
        Events.publish(EventTypes.EXPERIMENT, id.toString(), snapshot(atRevision, what, status, tier, deadline));
    }

    /** Publishes the first revision behind everything that was published of {@code other}, in its partition. */
    void publishBehind(ExperimentSnapshots other) {
        Events.publish(
                EventTypes.EXPERIMENT,
                other.id.toString(),
                snapshot(++revision, "REGISTERED", "REGISTERED", "LOW", Instant.parse("2036-12-01T00:00:00Z")));
    }

    private ExperimentSnapshot snapshot(long atRevision, String what, String status, String tier, Instant deadline) {
        ObjectNode json = example();
        json.put("id", id.toString()).put("key", key).put("revision", atRevision);
        json.put("what", what).put("status", status);
        if (!status.equals("CONCLUDED")) {
            json.remove("decision");
        }
        json.withObject("/risk").put("tier", tier);
        json.withObject("/configuration").put("surface", surface);
        json.withObject("/plan").put("deadlineAt", deadline.toString());
        return EventJson.read(json.toString(), ExperimentSnapshot.class);
    }

    private static ObjectNode example() {
        try (InputStream golden = Objects.requireNonNull(
                ExperimentSnapshots.class.getResourceAsStream("/golden/v1/experiment-snapshot.json"))) {
            return (ObjectNode) EventJson.mapper().readTree(golden);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
