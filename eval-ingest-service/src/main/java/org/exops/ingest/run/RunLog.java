package org.exops.ingest.run;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Observation;

/** The durable log that runs go through; what is written under one experiment is read in the order of the calls. */
public interface RunLog {
    /** Ends when the piece is durable. */
    Uni<Void> write(UUID run, String experiment, int sequence, List<Observation> cases);

    /** Ends when it is durable that the run is whole. */
    Uni<Void> commit(EvalRun run);
}
