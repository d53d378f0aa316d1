package org.exops.ingest.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tool's file is to be taken, as the query says it.
 *
 * @param variant the one variant of the file, or absent with a {@code map}
 * @param map {@code LABEL:VARIANT}
 * @param metric {@code TOOLSCORE:METRIC}
 */
public record ImportRequest(
        String experiment,
        @Nullable String variant,
        @Nullable String format,
        List<String> map,
        List<String> metric,
        @Nullable String evalSet,
        @Nullable String cluster,
        @Nullable String runId) {
    public ImportRequest {
        map = List.copyOf(map);
        metric = List.copyOf(metric);
    }
}
