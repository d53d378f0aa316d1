package org.exops.ingest.aggregate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.exops.ingest.run.EvalRuns;
import org.exops.ingest.run.RawCaseReader;
import org.exops.ingest.run.RawCases;
import org.exops.ingest.run.model.Observation;

/** The raw cases of a piece of work. */
@ApplicationScoped
class RunPieces {
    private final RawCases raw;
    private final RawCaseReader reader;

    RunPieces(RawCases raw, RawCaseReader reader) {
        this.raw = raw;
        this.reader = reader;
    }

    Uni<byte[]> read(SqlConnection connection, EvalRuns.Countable work) {
        return raw.read(connection, work.run().run(), work.sequence());
    }

    /** Milliseconds of work: not on an event loop. */
    List<Observation> parse(byte[] piece) {
        return reader.read(piece);
    }
}
