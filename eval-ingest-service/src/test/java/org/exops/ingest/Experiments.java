package org.exops.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.Golden;
import org.exops.kit.json.EventJson;
import org.exops.kit.testing.Events;

/** An experiment in the making, as the registry would tell of it: the golden one under another name. */
public record Experiments(UUID id, String key, String team, String status, long revision) {

    public static Experiments anExperiment() {
        UUID id = UUID.randomUUID();
        return new Experiments(id, "experiment-" + id, "support", "REGISTERED", 1);
    }

    public Experiments of(String owner) {
        return new Experiments(id, key, owner, status, revision);
    }

    public Experiments inStatus(String next) {
        return new Experiments(id, key, team, next, revision + 1);
    }

    /** Tells of it. */
    public Experiments told() {
        Events.publish(EventTypes.EXPERIMENT, id.toString(), snapshot());
        return this;
    }

    private ExperimentSnapshot snapshot() {
        try {
            ObjectNode json = (ObjectNode) EventJson.mapper().readTree(Golden.json(EventTypes.EXPERIMENT));
            json.put("id", id.toString()).put("key", key).put("team", team).put("status", status);
            json.put("revision", revision).remove("decision");
            return EventJson.mapper().treeToValue(json, ExperimentSnapshot.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
