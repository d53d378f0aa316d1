package org.exops.registry.verdict.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What evidence one variant brought to a verdict.
 *
 * @param evalSets distinct {@code name@version}
 * @param quality mean on the unit scale
 */
public record ArmEvidence(
        String variant,
        List<String> evalSets,
        List<Run> runs,
        Cases cases,
        @Nullable Double quality,
        @Nullable Double costPerCaseUsd,
        @Nullable Duration p95Latency) {

    /** A committed run with the digest of its content. */
    public record Run(String runId, long cases, String digest) {}

    /** Observations by how they ended. */
    public record Cases(long ok, long failed, long error, long unscored) {
        public long total() {
            return ok + failed + error + unscored;
        }
    }
}
