package org.exops.ingest.run;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.run.model.EvalRun;
import org.exops.kit.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The runs that were sent. */
public interface EvalRuns {
    /**
     * Takes the run's identity (experiment, variant, runId) for each of its variants.
     *
     * @return the run that has it: this one, or an earlier one that stands
     */
    Uni<EvalRun> open(SqlConnection connection, EvalRun run);

    /** The sender will be told that it is durable; false when another upload has taken the identity of one of its variants since. */
    Uni<Boolean> acknowledge(EvalRun run);

    /** Bytes of the team that wait for their experiment; locks the team's parking until the transaction ends. */
    Uni<Long> parkedBytes(SqlConnection connection, String team);

    /** By the id of the upload or of one of its variants' runs. */
    Uni<Optional<EvalRun>> find(UUID id);

    /** Newest first. */
    Uni<List<EvalRun>> list(Filter filter, PageRequest page);

    /** Which runs are asked for; what is absent does not matter. */
    record Filter(
            @Nullable String experiment,
            @Nullable String variant,
            @Nullable String runId,
            @Nullable String sentBy) {}

    /** The run's commit was read; without effect when another upload has its identity. */
    Uni<Void> commit(SqlConnection connection, EvalRun run);

    /**
     * Committed runs whose experiment is known and whose pieces are all there; locked.
     *
     * @param experiments as they were named; absent for all
     */
    Uni<List<Waiting>> arrived(SqlConnection connection, @Nullable List<String> experiments);

    /** A run that may be judged. */
    record Waiting(EvalRun run, KnownExperiment experiment) {}

    /** To be counted, after those that were queued before; false when another run has its identity. */
    Uni<Boolean> queue(SqlConnection connection, EvalRun run, KnownExperiment experiment);

    /**
     * The next piece to count of an experiment whose sums the caller has locked: one run after the other, a begun one first. Empty
     * when another replica has counted the last one while the lock was on its way.
     */
    Uni<Optional<Countable>> countable(SqlConnection connection, UUID experimentId);

    /**
     * One piece of a run that is to be counted.
     *
     * @param sequence of the piece
     */
    record Countable(EvalRun run, int sequence) {
        public boolean isLast() {
            return sequence == run.content().size().chunks() - 1;
        }
    }

    /** The piece is counted. */
    Uni<Void> advance(SqlConnection connection, Countable counted, EvalRun run);

    /** What became of it, for good. */
    Uni<Void> settle(SqlConnection connection, EvalRun run);

    /**
     * The run when its commit was read and pieces of it are missing; locked. They never come: an upload keeps one partition, so
     * its commit is read last.
     */
    Uni<Optional<EvalRun>> broken(SqlConnection connection, UUID run);

    /** Parked runs that came before {@code then} and whose experiment is still not known; not those whose commit is yet to be read; locked. */
    Uni<List<EvalRun>> unclaimed(SqlConnection connection, Instant then);

    /** Runs that came before {@code then} and that are not whole, or were never told to be durable; locked. */
    Uni<List<EvalRun>> incomplete(SqlConnection connection, Instant then);
}
