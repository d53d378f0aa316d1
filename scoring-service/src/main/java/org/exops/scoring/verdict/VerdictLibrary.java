package org.exops.scoring.verdict;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.kit.transaction.Transactions;
import org.exops.scoring.decision.model.Strategy;

/** Reads verdicts, waits for them, and computes them again. */
@ApplicationScoped
public class VerdictLibrary {
    private final Transactions transactions;
    private final Dockets dockets;
    private final Ledger ledger;
    private final Waiting waiting;
    private final Vertx vertx;

    VerdictLibrary(Transactions transactions, Dockets dockets, Ledger ledger, Waiting waiting, Vertx vertx) {
        this.transactions = transactions;
        this.dockets = dockets;
        this.ledger = ledger;
        this.waiting = waiting;
        this.vertx = vertx;
    }

    /** How the experiment stands now. */
    public Uni<Standing> standing(String experiment) {
        return transactions.inTransaction(connection -> dockets.find(connection, experiment)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().<Standing>item(new Standing.Unknown())
                        : ledger.newest(connection, found.get()).map(VerdictLibrary::standing)));
    }

    /** How it stands as soon as a verdict beyond {@code revision} is there, or at the end of {@code wait}. */
    public Uni<Standing> standing(String experiment, long revision, Duration wait) {
        return waiting.until(
                () -> standing(experiment),
                standing -> standing instanceof Standing.Judged judged
                        && judged.verdict().revision() > revision,
                wait);
    }

    /** Verdicts below a revision, the newest first; empty for an experiment that is not known. */
    public Uni<Optional<List<LedgerEntry>>> history(String experiment, long revision, int limit) {
        return ofExperiment(experiment, (connection, id) -> ledger.before(connection, id, revision, limit));
    }

    /** What the verdict would be under other weights; empty without a verdict. */
    public Uni<Optional<VerdictSnapshot>> simulate(String experiment, Function<VerdictInputs, Strategy> strategy) {
        return ofExperiment(experiment, ledger::newest)
                .chain(found -> computed(found.flatMap(entry -> entry), entry -> {
                    VerdictInputs inputs = entry.read();
                    return VerdictCalculation.under(strategy.apply(inputs), inputs)
                            .verdict();
                }));
    }

    /** The verdict computed again; empty for a verdict that never was. */
    public Uni<Optional<Replay>> replay(UUID verdictId) {
        return transactions
                .inTransaction(connection ->
                        ledger.byVerdict(connection, verdictId).chain(found -> withBefore(connection, found)))
                .chain(found -> computed(found, link -> Replay.of(link.entry(), link.before())));
    }

    private Uni<Optional<Link>> withBefore(SqlConnection connection, Optional<LedgerEntry> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        LedgerEntry.Identity identity = found.get().identity();
        return ledger.before(connection, identity.experimentId(), identity.revision(), 1)
                .map(before -> Optional.of(new Link(found.get(), before.stream().findFirst())));
    }

    private <T> Uni<Optional<T>> ofExperiment(String experiment, Reading<T> reading) {
        return transactions.inTransaction(connection -> dockets.find(connection, experiment)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<T>empty())
                        : reading.read(connection, found.get()).map(Optional::of)));
    }

    private <S, T> Uni<Optional<T>> computed(Optional<S> found, Function<S, T> computation) {
        return found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : vertx.executeBlocking(() -> Optional.of(computation.apply(found.get())));
    }

    private static Standing standing(Optional<LedgerEntry> newest) {
        return newest.<Standing>map(entry -> new Standing.Judged(entry.verdict()))
                .orElseGet(Standing.Waiting::new);
    }

    private record Link(LedgerEntry entry, Optional<LedgerEntry> before) {}

    private interface Reading<T> {
        Uni<T> read(SqlConnection connection, UUID experiment);
    }
}
