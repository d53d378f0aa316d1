package org.exops.scoring.verdict;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The verdicts, append-only. */
public interface Ledger {
    Uni<Void> append(SqlConnection connection, LedgerEntry entry);

    Uni<Optional<LedgerEntry>> newest(SqlConnection connection, UUID experiment);

    Uni<Optional<LedgerEntry>> byVerdict(SqlConnection connection, UUID verdictId);

    /** Verdicts of an experiment below a revision, the newest first. */
    Uni<List<LedgerEntry>> before(SqlConnection connection, UUID experiment, long revision, int limit);
}
