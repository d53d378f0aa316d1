package org.exops.ingest.run.kafka;

import java.util.List;
import java.util.Set;
import org.exops.events.v1.RunCommitted;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.RunStatus;
import org.exops.ingest.run.model.Tally;

/** A run's commit as the log carries it. */
final class RunPayload {
    private RunPayload() {}

    static RunCommitted of(EvalRun run) {
        EvalRun.Content content = run.content();
        return new RunCommitted(
                run.run(),
                run.experiment(),
                run.sender().team(),
                run.sender().subject(),
                content.runId(),
                content.digest(),
                content.format(),
                content.tool(),
                content.evalSet(),
                content.startedAt(),
                run.sender().receivedAt(),
                content.size().chunks(),
                run.variants().stream()
                        .map(brought -> new RunCommitted.VariantRun(brought.variant(), brought.id(), brought.cases()))
                        .toList());
    }

    /** All that is needed to count it, should its row be gone; what became of each case is in the row alone. */
    static EvalRun read(RunCommitted committed) {
        List<EvalRun.VariantRun> variants = committed.variants().stream()
                .map(brought -> new EvalRun.VariantRun(brought.variant(), brought.id(), brought.cases()))
                .toList();
        long cases = variants.stream().mapToLong(EvalRun.VariantRun::cases).sum();
        return new EvalRun(
                committed.run(),
                committed.experiment(),
                new EvalRun.Sender(committed.team(), committed.sentBy(), committed.receivedAt()),
                new EvalRun.Content(
                        committed.runId(),
                        committed.digest(),
                        committed.format(),
                        committed.tool(),
                        committed.evalSet(),
                        !committed.evalSet().endsWith(EvalRun.UNVERSIONED),
                        committed.startedAt(),
                        new EvalRun.Size(0, committed.chunks())),
                RunStatus.PARKED, // judged again: whether it was judged at the door is not in the record
                new Tally(cases, 0, 0, 0, 0, List.of(), Set.of()),
                variants);
    }
}
