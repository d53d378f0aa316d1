package org.exops.ingest.run;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.health.Readiness;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Reject;
import org.exops.kit.inbox.CaughtUp;
import org.exops.kit.transaction.Transactions;

/** Front door of time: ends what has waited too long. Every replica may sweep. */
@ApplicationScoped
public class RunSweep {
    private final EvalRuns runs;
    private final RawCases raw;
    private final Transactions transactions;
    private final Clock clock;
    private final IngestConfig config;
    private final CaughtUp caughtUp;
    private final Quiet quiet;

    RunSweep(
            EvalRuns runs,
            RawCases raw,
            Transactions transactions,
            Clock clock,
            IngestConfig config,
            @Readiness CaughtUp caughtUp,
            Quiet quiet) {
        this.runs = runs;
        this.raw = raw;
        this.transactions = transactions;
        this.clock = clock;
        this.config = config;
        this.caughtUp = caughtUp;
        this.quiet = quiet;
    }

    /** Parked runs whose time is up, and runs that never became whole, are rejected. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        Instant now = clock.instant();
        return quiet.unlessAway(
                "Ending what waited too long",
                () -> transactions.inTransaction(
                        connection -> expireIncomplete(connection, now).chain(() -> expireUnclaimed(connection, now))));
    }

    private Uni<Void> expireIncomplete(SqlConnection connection, Instant now) {
        Reject reason = Reject.ofRun("incomplete", "the run did not arrive whole within " + config.uncommittedAge());
        return runs.incomplete(connection, now.minus(config.uncommittedAge()))
                .chain(late -> refuse(connection, late, run -> reason));
    }

    // Before the registry's topic was read to its end, an experiment that is not known may have been registered in
    // time.
    private Uni<Void> expireUnclaimed(SqlConnection connection, Instant now) {
        if (!caughtUp.reached()) {
            return Uni.createFrom().voidItem();
        }
        return runs.unclaimed(connection, now.minus(config.parking().time()))
                .chain(late -> refuse(
                        connection,
                        late,
                        run -> Reject.ofRun(
                                "unknown-experiment",
                                "no experiment %s was registered within %s"
                                        .formatted(
                                                run.experiment(),
                                                config.parking().time()))));
    }

    private Uni<Void> refuse(SqlConnection connection, List<EvalRun> late, Function<EvalRun, Reject> reason) {
        return Multi.createFrom()
                .iterable(late)
                .onItem()
                .transformToUniAndConcatenate(run -> runs.settle(connection, run.refused(reason.apply(run))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Pieces that nobody committed go; so do raw cases after their time. */
    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> drop() {
        Instant now = clock.instant();
        return quiet.unlessAway(
                "Dropping raw cases",
                () -> raw.dropUncommitted(now.minus(config.uncommittedAge()))
                        .chain(dropped -> raw.dropBefore(now.minus(config.rawRetention())))
                        .replaceWithVoid());
    }
}
