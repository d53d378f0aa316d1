package org.exops.scoring.verdict;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.exops.kit.transaction.Notifications;

/** Wakes those who wait for a verdict, whichever replica computed it. */
@ApplicationScoped
class VerdictSignal {
    private final Notifications notifications;
    private final AtomicReference<CompletableFuture<Void>> next = new AtomicReference<>(new CompletableFuture<>());

    VerdictSignal(Notifications notifications) {
        this.notifications = notifications;
    }

    void start(@Observes StartupEvent started) {
        notifications.listen("verdict", this::wake);
    }

    /** Ends with the next verdict of any experiment, or after {@code longest}; take it before reading what stands. */
    Uni<Void> next(Duration longest) {
        // A copy, because whoever stops waiting cancels what it holds.
        CompletableFuture<Void> copy = Objects.requireNonNull(next.get()).copy();
        return Uni.createFrom()
                .completionStage(copy)
                .ifNoItem()
                .after(longest)
                .fail()
                .onFailure(TimeoutException.class)
                .recoverWithNull();
    }

    private void wake() {
        Objects.requireNonNull(next.getAndSet(new CompletableFuture<>())).complete(null);
    }
}
