package org.exops.ingest.aggregate;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.exops.ingest.run.Counting;
import org.exops.ingest.run.Quiet;
import org.exops.kit.transaction.Transactions;

/**
 * Front door: counts committed runs, piece by piece, each in a transaction of its own. Any replica may; the lock on an
 * experiment's sums lets one at a time. Killed at any moment, it goes on with the first piece that is not counted.
 */
@ApplicationScoped
public class EvidenceDesk implements Counting {
    private final EvidenceCounter counter;
    private final EvidencePress press;
    private final Transactions transactions;
    private final Clock clock;
    private final Pauses pauses;
    private final Quiet quiet;
    private final AtomicInteger calls = new AtomicInteger();

    EvidenceDesk(
            EvidenceCounter counter,
            EvidencePress press,
            Transactions transactions,
            Clock clock,
            Pauses pauses,
            Quiet quiet) {
        this.counter = counter;
        this.press = press;
        this.transactions = transactions;
        this.clock = clock;
        this.pauses = pauses;
        this.quiet = quiet;
    }

    /** Makes up for what was left when a process ended or the database was away. */
    @Scheduled(every = "1s", delayed = "5s")
    void look() {
        wake();
        press.wake();
    }

    @Override
    public void wake() {
        if (!quiet.isRest() && calls.getAndIncrement() == 0) {
            run();
        }
    }

    private void run() {
        int heard = calls.get();
        countAll().subscribe().with(done -> again(heard), failure -> {
            quiet.warn("Counting", failure);
            calls.set(0);
        });
    }

    // A call that came while the last look was under way may have been for something that it did not see.
    private void again(int heard) {
        if (!calls.compareAndSet(heard, 0)) {
            run();
        }
    }

    private Uni<Void> countAll() {
        return Multi.createBy()
                .repeating()
                .uni(this::countOne)
                .whilst(counted -> counted)
                .collect()
                .last()
                .replaceWithVoid();
    }

    // One that fails holds up no other.
    private Uni<Boolean> countOne() {
        return transactions
                .inTransaction(connection -> counter.countNext(connection, clock.instant(), pauses.standing()))
                .invoke(counted -> {
                    if (counted) {
                        press.wake();
                    }
                })
                .onFailure(StuckExperimentException.class)
                .recoverWithItem(failure -> {
                    pauses.begin((StuckExperimentException) failure);
                    return true;
                });
    }
}
