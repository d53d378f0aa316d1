package org.exops.ingest.run.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of itself before its cases.
 *
 * @param experiment key or id
 * @param runId the sender's name for the run; its content's digest when absent
 * @param evalSet {@code name@version}
 */
public record RunHeader(
        String experiment,
        @Nullable String variant,
        @Nullable String runId,
        @Nullable String evalSet,
        @Nullable Instant startedAt) {}
