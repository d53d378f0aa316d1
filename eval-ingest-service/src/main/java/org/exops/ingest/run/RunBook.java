package org.exops.ingest.run;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.RunStatus;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.transaction.Transactions;

/** Front door: the book of runs. */
@ApplicationScoped
public class RunBook {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(60);

    private final EvalRuns runs;
    private final RunLog log;
    private final Transactions transactions;
    private final IngestConfig config;

    RunBook(EvalRuns runs, RunLog log, Transactions transactions, IngestConfig config) {
        this.runs = runs;
        this.log = log;
        this.transactions = transactions;
        this.config = config;
    }

    /** By the id that was answered. */
    public Uni<Optional<EvalRun>> find(UUID id) {
        return runs.find(id);
    }

    /** Newest first. */
    public Uni<List<EvalRun>> list(EvalRuns.Filter filter, PageRequest page) {
        return runs.list(filter, page);
    }

    /**
     * Ends when it is durable that the run is whole. Fails with 409 when the run exists with other content.
     *
     * @return the run as it stands: an earlier upload of the same content is the same run
     */
    Uni<EvalRun> commit(EvalRun run) {
        return transactions
                .inTransaction(connection -> runs.open(connection, run)
                        .call(standing -> standing.run().equals(run.run())
                                ? checkParking(connection, run)
                                : Uni.createFrom().voidItem()))
                .chain(standing -> standing.run().equals(run.run()) ? write(run) : earlier(standing, run));
    }

    // With the run itself, and only when it is new: what waits already may be sent again.
    private Uni<Void> checkParking(SqlConnection connection, EvalRun run) {
        if (run.status() != RunStatus.PARKED) {
            return Uni.createFrom().voidItem();
        }
        long most = config.parking().perTeam().asLongValue();
        return runs.parkedBytes(connection, run.sender().team())
                .invoke(parked -> {
                    if (parked > most) {
                        throw parkingFull(most);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<EvalRun> write(EvalRun run) {
        return log.commit(run)
                .onFailure()
                .transform(failure -> Upload.unavailable())
                .chain(() -> runs.acknowledge(run))
                .map(acknowledged -> {
                    if (!acknowledged) {
                        throw new ProblemException(
                                        ProblemType.UNAVAILABLE,
                                        "Another upload of this run is under way; send it again")
                                .retryAfter(SOON);
                    }
                    return run;
                });
    }

    private static Uni<EvalRun> earlier(EvalRun standing, EvalRun run) {
        if (standing.content().digest().equals(run.content().digest())) {
            return Uni.createFrom().item(standing);
        }
        ProblemException changed = new ProblemException(
                ProblemType.RUN_CHANGED,
                "Run \"%s\" was received at %s with other content; send this one under another runId"
                        .formatted(run.content().runId(), standing.sender().receivedAt()));
        return Uni.createFrom().failure(changed.with("run", standing.run().toString()));
    }

    static ProblemException parkingFull(long most) {
        return new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS,
                        "The experiment is not known yet, and at most %d bytes per team wait for such; register it first"
                                .formatted(most))
                .retryAfter(LATER);
    }
}
