package org.exops.ingest.run.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunStatus;
import org.exops.ingest.run.model.Tally;
import org.jspecify.annotations.Nullable;

/** A run as it stands. */
public record RunView(
        UUID id,
        String experiment,
        String runId,
        RunStatus status,
        String format,
        @Nullable String tool,
        String evalSet,
        String digest,
        String sentBy,
        Instant startedAt,
        Instant receivedAt,
        long accepted,
        long unscored,
        long failed,
        long errors,
        long rejectedCount,
        List<Reject> rejected,
        Set<String> ignoredFields,
        List<BroughtView> variants) {

    /** What one variant brought to the run. */
    public record BroughtView(String variant, UUID id, long cases) {}

    static RunView from(EvalRun run) {
        EvalRun.Content content = run.content();
        Tally tally = run.tally();
        return new RunView(
                run.run(),
                run.experiment(),
                content.runId(),
                run.status(),
                content.format(),
                content.tool(),
                content.evalSet(),
                content.digest(),
                run.sender().subject(),
                content.startedAt(),
                run.sender().receivedAt(),
                tally.accepted(),
                tally.unscored(),
                tally.failed(),
                tally.errors(),
                tally.rejectedCount(),
                tally.rejected(),
                tally.ignoredFields(),
                run.variants().stream()
                        .map(brought -> new BroughtView(brought.variant(), brought.id(), brought.cases()))
                        .toList());
    }
}
