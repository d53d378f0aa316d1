package org.exops.ingest.run;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.exops.ingest.experiment.Experiments;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunStatus;
import org.exops.kit.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** Front door: what comes out of the log, and from the registry. A run is queued once it is whole and its experiment known. */
@ApplicationScoped
public class RunIntake {
    private static final Reject MISSES_PIECES = Reject.ofRun(
            "incomplete",
            "pieces of the run are missing in the log; send it again, under the same runId if it has one");

    private final EvalRuns runs;
    private final RawCases raw;
    private final Experiments experiments;
    private final Transactions transactions;
    private final Clock clock;
    private final Quiet quiet;

    RunIntake(
            EvalRuns runs, RawCases raw, Experiments experiments, Transactions transactions, Clock clock, Quiet quiet) {
        this.runs = runs;
        this.raw = raw;
        this.experiments = experiments;
        this.transactions = transactions;
        this.clock = clock;
        this.quiet = quiet;
    }

    /** A piece of some upload; it counts once its run is committed. */
    public Uni<Void> keep(RawCases.Piece piece) {
        return transactions.inTransaction(connection -> raw.keep(connection, piece, clock.instant()));
    }

    /** A run is whole. */
    public Uni<Void> commit(EvalRun run) {
        return transactions.inTransaction(connection -> runs.commit(connection, run)
                .chain(() -> runs.broken(connection, run.run()))
                .chain(broken -> broken.isPresent()
                        ? runs.settle(connection, broken.get().refused(MISSES_PIECES))
                        : release(connection, List.of(run.experiment()))));
    }

    /** The registry has told of an experiment. */
    public Uni<Void> learn(KnownExperiment experiment) {
        return transactions.inTransaction(connection -> experiments
                .learn(connection, experiment)
                .chain(() -> release(
                        connection, List.of(experiment.key(), experiment.id().toString()))));
    }

    /** Makes up for what two transactions at the same moment have not seen of each other. */
    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> release() {
        return quiet.unlessAway(
                "Looking for whole runs", () -> transactions.inTransaction(connection -> release(connection, null)));
    }

    private Uni<Void> release(SqlConnection connection, @Nullable List<String> named) {
        return runs.arrived(connection, named)
                .onItem()
                .transformToMulti(waiting -> Multi.createFrom().iterable(waiting))
                .onItem()
                .transformToUniAndConcatenate(arrived -> settle(connection, arrived))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> settle(SqlConnection connection, EvalRuns.Waiting arrived) {
        EvalRun run = arrived.run();
        Optional<Reject> refusal = refusal(run, arrived.experiment());
        if (refusal.isPresent()) {
            return runs.settle(connection, run.refused(refusal.get()));
        }
        return runs.queue(connection, run, arrived.experiment())
                .chain(queued -> queued
                        ? Uni.createFrom().voidItem()
                        : runs.settle(
                                connection, run.refused(Reject.ofRun("run-changed", "another run has this runId"))));
    }

    // What was not parked was judged at the door; it counts even if the experiment has ended since.
    private static Optional<Reject> refusal(EvalRun run, KnownExperiment experiment) {
        if (run.status() != RunStatus.PARKED) {
            return Optional.empty();
        }
        if (!experiment.team().equals(run.sender().team())) {
            return Optional.of(Reject.ofRun("other-team", "the experiment belongs to another team"));
        }
        if (experiment.over()) {
            return Optional.of(Reject.ofRun("experiment-over", "the experiment has ended"));
        }
        boolean knowsOne =
                run.variants().stream().anyMatch(brought -> experiment.plan().variant(brought.variant()) >= 0);
        return knowsOne
                ? Optional.empty()
                : Optional.of(Reject.ofRun(
                        "unknown-variant",
                        "the experiment has the variants " + experiment.plan().variants()));
    }
}
