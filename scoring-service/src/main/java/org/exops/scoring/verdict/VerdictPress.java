package org.exops.scoring.verdict;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.kit.clock.TimeOrderedIds;
import org.exops.kit.outbox.Outbox;
import org.exops.kit.transaction.ConnectionSql;

/** Computes a verdict, enters it in the ledger and tells the neighbours, in one transaction. */
@ApplicationScoped
class VerdictPress {
    private final Dockets dockets;
    private final Ledger ledger;
    private final Outbox outbox;
    private final TimeOrderedIds ids;
    private final Vertx vertx;

    VerdictPress(Dockets dockets, Ledger ledger, Outbox outbox, TimeOrderedIds ids, Vertx vertx) {
        this.dockets = dockets;
        this.ledger = ledger;
        this.outbox = outbox;
        this.ids = ids;
        this.vertx = vertx;
    }

    Uni<Void> print(SqlConnection connection, StoredDocket docket, Instant now) {
        return dockets.interference(connection, docket.id())
                .chain(interference -> ledger.newest(connection, docket.id())
                        .map(newest -> inputs(docket, interference, newest, now))
                        .chain(draft -> print(connection, draft)));
    }

    private Uni<Void> print(SqlConnection connection, Draft draft) {
        // Segments and weights make this milliseconds: too long for the event loop.
        return vertx.executeBlocking(() ->
                        LedgerEntry.of(draft.inputs(), VerdictCalculation.of(draft.inputs()), draft.previousHash()))
                .chain(entry -> ledger.append(connection, entry).chain(() -> announce(connection, entry)));
    }

    private Uni<Void> announce(SqlConnection connection, LedgerEntry entry) {
        VerdictSnapshot verdict = entry.verdict();
        return outbox.append(
                ConnectionSql.of(connection),
                EventTypes.VERDICT,
                verdict.experimentId().toString(),
                verdict);
    }

    private Draft inputs(
            StoredDocket docket,
            List<VerdictSnapshot.Interference> interference,
            Optional<LedgerEntry> newest,
            Instant now) {
        VerdictInputs inputs = new VerdictInputs(
                ids.next(),
                newest.map(entry -> entry.identity().revision()).orElse(0L) + 1,
                now,
                Objects.requireNonNull(docket.experiment()),
                docket.evidence(),
                interference,
                newest.map(LedgerEntry::past).orElse(List.of()));
        return new Draft(inputs, newest.map(LedgerEntry::hash).orElse(LedgerEntry.NOTHING));
    }

    private record Draft(VerdictInputs inputs, String previousHash) {}
}
