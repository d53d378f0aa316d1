package org.exops.ingest.run.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tool's file says of the run that wrote it.
 *
 * @param task the name of what was run, where the tool has one
 */
public record ToolRun(
        String tool,
        @Nullable String version,
        @Nullable Instant startedAt,
        @Nullable String task) {
    public static ToolRun of(String tool) {
        return new ToolRun(tool, null, null, null);
    }

    public ToolRun withVersion(String version) {
        return new ToolRun(tool, version, startedAt, task);
    }

    public ToolRun withStartedAt(Instant startedAt) {
        return new ToolRun(tool, version, startedAt, task);
    }

    public ToolRun withTask(String task) {
        return new ToolRun(tool, version, startedAt, task);
    }
}
