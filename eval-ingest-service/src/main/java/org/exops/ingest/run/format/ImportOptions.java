package org.exops.ingest.run.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a tool's file is to be read.
 *
 * @param metrics name of the metric by the tool's own score
 * @param target name of the plan's target metric; absent while the experiment is not known
 * @param cluster the field that names a case's cluster
 */
public record ImportOptions(
        VariantLabels labels,
        Map<String, String> metrics,
        @Nullable String target,
        @Nullable String cluster) {

    /**
     * Options as the API writes them.
     *
     * @param metrics {@code TOOLSCORE:METRIC}, split at the last colon
     * @throws IllegalArgumentException with the pair that is not one
     */
    public static ImportOptions of(
            VariantLabels labels, List<String> metrics, @Nullable String target, @Nullable String cluster) {
        return new ImportOptions(labels, VariantLabels.Pairs.of(metrics), target, cluster);
    }

    /** Whether the tool's verdict on a case may stand for the target: it does unless a score was named for that. */
    boolean verdictMayBeTarget() {
        return target == null || !metrics.containsValue(target);
    }
}
