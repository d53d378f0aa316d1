package org.exops.scoring.verdict;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.exops.events.v1.AdmissionSnapshot;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.kit.transaction.Transactions;
import org.jboss.logging.Logger;

/** Learns what the neighbours say, and looks where that asks for it. */
@ApplicationScoped
public class VerdictIntake {
    private static final Logger LOG = Logger.getLogger(VerdictIntake.class);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Dockets dockets;
    private final LookDesk desk;
    private final Clock clock;

    VerdictIntake(Transactions transactions, Dockets dockets, LookDesk desk, Clock clock) {
        this.transactions = transactions;
        this.dockets = dockets;
        this.desk = desk;
        this.clock = clock;
    }

    public Uni<Void> learn(ExperimentSnapshot snapshot) {
        return readable(() -> PlanReading.of(snapshot))
                .chain(() -> learn(snapshot.id(), connection -> dockets.learn(connection, snapshot)));
    }

    public Uni<Void> learn(EvidenceSnapshot snapshot) {
        return readable(() -> EvidenceReading.of(snapshot))
                .chain(() -> learn(snapshot.experimentId(), connection -> dockets.learn(connection, snapshot)));
    }

    public Uni<Void> learn(AdmissionSnapshot snapshot) {
        return learn(snapshot.experimentId(), connection -> dockets.learn(connection, snapshot));
    }

    /** Looks at the experiment if it is due. */
    Uni<Void> look(UUID experiment) {
        return transactions
                .inTransaction(connection -> desk.consider(connection, experiment))
                .invoke(wait -> wait.ifPresent(time -> makeUpFor(experiment, time)))
                .replaceWithVoid();
    }

    /** Puts off the look at an experiment that failed, in a transaction of its own. */
    Uni<Void> putOff(UUID experiment) {
        return transactions.inTransaction(connection -> dockets.failed(connection, experiment, clock.instant()));
    }

    /** Experiments whose time has come. */
    Uni<List<UUID>> due() {
        return transactions.inTransaction(connection -> dockets.due(connection, clock.instant(), BATCH));
    }

    // What cannot be judged is refused at the door: stored, it would fail every later look at the experiment.
    private static Uni<Object> readable(Supplier<Object> reading) {
        return Uni.createFrom().item(reading);
    }

    private Uni<Void> learn(UUID experiment, Function<SqlConnection, Uni<Boolean>> learning) {
        return transactions
                .inTransaction(connection -> learning.apply(connection)
                        .chain(news -> news
                                ? desk.consider(connection, experiment)
                                : Uni.createFrom().item(Optional.<Instant>empty())))
                .invoke(wait -> wait.ifPresent(time -> makeUpFor(experiment, time)))
                .replaceWithVoid();
    }

    // The timer makes it prompt; that it happens at all rests on the stored time and the sweep, which survive this
    // process.
    private void makeUpFor(UUID experiment, Instant time) {
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.between(clock.instant(), time).plusMillis(1).abs())
                .chain(() -> look(experiment))
                .subscribe()
                .with(
                        done -> LOG.tracef("Looked at %s", experiment),
                        failure -> LOG.warnf("The look at %s is left to the sweep: %s", experiment, failure));
    }
}
