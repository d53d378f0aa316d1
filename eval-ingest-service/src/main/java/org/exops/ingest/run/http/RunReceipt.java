package org.exops.ingest.run.http;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunStatus;
import org.exops.ingest.run.model.Tally;

/**
 * The answer to a run that is durable.
 *
 * @param accepted every stored case, unscored and errored ones too
 * @param rejectedCount how many cases do not count
 * @param rejected the first 100 of them
 * @param ignoredFields fields that nothing reads
 */
public record RunReceipt(
        UUID id,
        String runId,
        RunStatus status,
        long accepted,
        long unscored,
        long failed,
        long errors,
        long rejectedCount,
        List<Reject> rejected,
        Set<String> ignoredFields) {

    static RunReceipt from(EvalRun run) {
        Tally tally = run.tally();
        return new RunReceipt(
                run.run(),
                run.content().runId(),
                run.status(),
                tally.accepted(),
                tally.unscored(),
                tally.failed(),
                tally.errors(),
                tally.rejectedCount(),
                tally.rejected(),
                tally.ignoredFields());
    }
}
