package org.exops.ingest.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.exops.ingest.aggregate.model.EvidenceBatch;
import org.exops.ingest.aggregate.model.EvidenceTotals;
import org.exops.ingest.aggregate.model.Frozen;
import org.exops.ingest.aggregate.model.RunTally;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.experiment.model.Plan;
import org.exops.ingest.run.EvalRuns;
import org.exops.ingest.run.model.CaseRules;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunStatus;
import org.jspecify.annotations.Nullable;

/** One piece of a run while it is counted: what of it counts, and what becomes of the run. */
final class Counted {
    private final EvalRuns.Countable work;
    private final KnownExperiment experiment;
    private final EvidenceTotals totals;
    private final EvidenceBatch batch;
    private final List<Observation> taken = new ArrayList<>();
    private final List<Observation> gone = new ArrayList<>();
    private final List<Reject> reasons = new ArrayList<>();

    Counted(EvalRuns.Countable work, KnownExperiment experiment, byte @Nullable [] stored, List<Observation> cases) {
        this.work = work;
        this.experiment = experiment;
        Plan plan = experiment.plan();
        this.totals = stored == null ? new EvidenceTotals(plan) : Frozen.totals(stored, plan);
        this.batch = new EvidenceBatch(totals);
        cases.forEach(seen -> CaseRules.check(seen, plan)
                .ifPresentOrElse(refusal -> refuse(seen, refusal.code(), refusal.text()), () -> taken.add(seen)));
    }

    UUID experimentId() {
        return experiment.id();
    }

    List<Observation> taken() {
        return taken;
    }

    EvidenceBatch batch() {
        return batch;
    }

    /** Counts what is loaded; the run as it stands afterwards. */
    EvalRun count() {
        batch.count(work.run().run(), taken)
                .forEach(seen -> refuse(
                        seen,
                        "duplicate-observation",
                        "case %s, trial %d came before in this run"
                                .formatted(
                                        seen.identity().caseId(),
                                        seen.identity().trial())));
        EvalRun run = work.run().without(gone, reasons);
        if (!work.isLast()) {
            return run;
        }
        if (run.tally().accepted() == 0) {
            return run.with(RunStatus.REJECTED, run.tally());
        }
        run.variants().stream().filter(brought -> brought.cases() > 0).forEach(brought -> finish(run, brought));
        return run.with(RunStatus.COMMITTED, run.tally());
    }

    byte[] totals() {
        return Frozen.of(totals);
    }

    SnapshotDrawing drawing() {
        return new SnapshotDrawing(experiment, totals);
    }

    private void finish(EvalRun run, EvalRun.VariantRun brought) {
        // A stand-in is no version: set beside a named one it would make the arms look as if they were asked different
        // questions.
        String evalSet = run.content().evalSetGiven()
                ? run.content().evalSet()
                : experiment.plan().evalSet();
        batch.finish(
                experiment.plan().variant(brought.variant()),
                new RunTally.CountedRun(
                        brought.id().toString(),
                        run.content().runId(),
                        brought.cases(),
                        run.content().digest()),
                evalSet,
                run.content().startedAt());
    }

    private void refuse(Observation seen, String code, String text) {
        gone.add(seen);
        reasons.add(Reject.ofCase(work.run().content().format(), seen.line(), code, text));
    }
}
