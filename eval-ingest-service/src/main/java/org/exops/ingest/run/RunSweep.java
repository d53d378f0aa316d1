package org.exops.ingest.run;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunStatus;
import org.exops.kit.transaction.Transactions;

/** Front door of time: ends what has waited too long. Every replica may sweep. */
@ApplicationScoped
public class RunSweep {
    private final EvalRuns runs;
    private final RawCases raw;
    private final Transactions transactions;
    private final Clock clock;
    private final IngestConfig config;

    RunSweep(EvalRuns runs, RawCases raw, Transactions transactions, Clock clock, IngestConfig config) {
        this.runs = runs;
        this.raw = raw;
        this.transactions = transactions;
        this.clock = clock;
        this.config = config;
    }

    /** Parked runs whose time is up, and runs that never became whole, are rejected. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        Instant now = clock.instant();
        return transactions.inTransaction(connection -> runs.waitingSince(
                        connection, now.minus(config.parking().time()), now.minus(config.uncommittedAge()))
                .onItem()
                .transformToMulti(waiting -> Multi.createFrom().iterable(waiting))
                .onItem()
                .transformToUniAndConcatenate(run -> refuse(connection, run))
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Void> refuse(SqlConnection connection, EvalRun run) {
        Reject reason = run.status() == RunStatus.PARKED
                ? Reject.ofRun(
                        "unknown-experiment",
                        "no experiment %s was registered within %s"
                                .formatted(run.experiment(), config.parking().time()))
                : Reject.ofRun("incomplete", "the run did not arrive whole within " + config.uncommittedAge());
        return runs.settle(connection, run.refused(reason));
    }

    /** Pieces that nobody committed go; so do raw cases after their time. */
    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> drop() {
        Instant now = clock.instant();
        return raw.dropUncommitted(now.minus(config.uncommittedAge()))
                .chain(dropped -> raw.dropBefore(now.minus(config.rawRetention())))
                .replaceWithVoid();
    }
}
