package org.exops.ingest.aggregate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.exops.ingest.aggregate.model.EvidenceBatch;
import org.exops.ingest.experiment.Experiments;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.run.EvalRuns;
import org.exops.ingest.run.model.EvalRun;
import org.exops.kit.transaction.Unavailability;

/** Counts one piece of a run within a transaction: loads what its cases touch, lets the model count, stores what changed. */
@ApplicationScoped
class EvidenceCounter {
    private final Evidence evidence;
    private final RunPieces pieces;
    private final Experiments experiments;
    private final EvalRuns runs;
    private final Vertx vertx;

    EvidenceCounter(Evidence evidence, RunPieces pieces, Experiments experiments, EvalRuns runs, Vertx vertx) {
        this.evidence = evidence;
        this.pieces = pieces;
        this.experiments = experiments;
        this.runs = runs;
        this.vertx = vertx;
    }

    /** Whether there was something to count. Fails with {@link StuckExperimentException} when it cannot be counted. */
    Uni<Boolean> countNext(SqlConnection connection, Instant now, UUID[] leftAlone) {
        return evidence.next(connection, leftAlone)
                .chain(sums -> sums.isEmpty()
                        ? Uni.createFrom().item(false)
                        : count(connection, sums.get(), now)
                                .onFailure(failure -> !Unavailability.isTransient(failure))
                                .transform(failure ->
                                        new StuckExperimentException(sums.get().experimentId(), failure)));
    }

    private Uni<Boolean> count(SqlConnection connection, Evidence.Sums sums, Instant now) {
        return runs.countable(connection, sums.experimentId())
                .chain(work -> work.isEmpty()
                        ? Uni.createFrom().item(false)
                        : count(connection, sums, work.get(), now).replaceWith(true));
    }

    private Uni<Void> count(SqlConnection connection, Evidence.Sums sums, EvalRuns.Countable work, Instant now) {
        return prepare(connection, sums, work)
                .call(counted -> load(connection, counted))
                .chain(counted -> count(connection, work, counted, now));
    }

    private Uni<Counted> prepare(SqlConnection connection, Evidence.Sums sums, EvalRuns.Countable work) {
        return experiments
                .find(connection, sums.experimentId())
                .map(found -> found.orElseThrow(NoSuchElementException::new))
                .chain(experiment ->
                        pieces.read(connection, work).chain(piece -> parse(sums, work, experiment, piece)));
    }

    // Milliseconds of arithmetic: not on an event loop.
    private Uni<Counted> parse(Evidence.Sums sums, EvalRuns.Countable work, KnownExperiment experiment, byte[] piece) {
        return vertx.executeBlocking(() -> new Counted(work, experiment, sums.totals(), pieces.parse(piece)), false);
    }

    private Uni<Void> load(SqlConnection connection, Counted counted) {
        return evidence.cases(connection, counted.experimentId(), EvidenceBatch.casesOf(counted.taken()))
                .invoke(cases -> cases.forEach(counted.batch()::load))
                .chain(() -> evidence.clusters(
                        connection, counted.experimentId(), counted.batch().clustersOf(counted.taken())))
                .invoke(clusters -> clusters.forEach(counted.batch()::load))
                .replaceWithVoid();
    }

    private Uni<Void> count(SqlConnection connection, EvalRuns.Countable work, Counted counted, Instant now) {
        return vertx.executeBlocking(counted::count, false)
                .call(run -> evidence.store(connection, counted.experimentId(), counted.batch(), counted.totals()))
                .call(run -> runs.advance(connection, work, run))
                .chain(run -> work.isLast()
                        ? finish(connection, counted, run, now)
                        : Uni.createFrom().voidItem());
    }

    // Only here does a run become visible: whole.
    private Uni<Void> finish(SqlConnection connection, Counted counted, EvalRun run, Instant now) {
        return runs.settle(connection, run)
                .chain(() -> evidence.revision(connection, counted.experimentId()))
                .chain(revision -> evidence.put(connection, counted.drawing().draw(revision + 1, now)));
    }
}
