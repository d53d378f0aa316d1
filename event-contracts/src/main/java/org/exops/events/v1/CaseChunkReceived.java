package org.exops.events.v1;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some cases of an eval run on their way in (≤ 512 KiB); they count once the run is committed.
 *
 * @param run identity of the upload; the chunks of one upload share it
 * @param experiment the key as sent, or translated at the door; the record key
 * @param sequence 0, 1, 2 …
 */
public record CaseChunkReceived(UUID run, String experiment, int sequence, List<Case> cases) {

    /**
     * One observation: (run, variant, case, trial).
     *
     * @param line where it stood in what was sent, from 1
     * @param trial repeats of a case count from 0
     * @param cluster the case itself when absent
     * @param metrics values in the metric's own unit; an absent one is missing, never 0
     * @param riskEvents counts by name
     */
    public record Case(
            long line,
            String variant,
            String caseId,
            int trial,
            CaseStatus status,
            @Nullable String cluster,
            Map<String, String> segment,
            Map<String, Double> metrics,
            @Nullable BigDecimal costUsd,
            @Nullable Duration latency,
            Map<String, Long> tokens,
            Map<String, Long> riskEvents,
            @Nullable String traceId) {}
}
