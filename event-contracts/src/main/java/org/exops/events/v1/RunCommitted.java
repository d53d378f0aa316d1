package org.exops.events.v1;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An eval run has arrived whole: the record that makes its chunks count.
 *
 * @param run identity of the upload
 * @param experiment the key as sent, or translated at the door; the record key
 * @param team of who sent it
 * @param sentBy the subject of the token
 * @param runId the sender's name for the run
 * @param digest {@code sha256:} + hex over what was sent
 * @param evalSet {@code name@version}
 * @param variants one per variant in what was sent
 */
public record RunCommitted(
        UUID run,
        String experiment,
        String team,
        String sentBy,
        String runId,
        String digest,
        String format,
        @Nullable String tool,
        String evalSet,
        Instant startedAt,
        Instant receivedAt,
        int chunks,
        List<VariantRun> variants) {

    /** What one variant brought to the run. */
    public record VariantRun(String variant, UUID id, long cases) {}
}
