package org.exops.ingest.aggregate;

import java.util.UUID;

/** One experiment cannot be counted or published, and not because a neighbour is away; the others can. */
final class StuckExperimentException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final UUID experimentId;

    StuckExperimentException(UUID experimentId, Throwable cause) {
        super("experiment " + experimentId + " is stuck: " + cause, cause);
        this.experimentId = experimentId;
    }

    UUID experimentId() {
        return experimentId;
    }
}
