package org.exops.kit.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Forgets expired keys; every replica may, and a sweep that fails is made up for by the next. */
class IdempotencySweep {
    private final IdempotencyKeys keys;

    IdempotencySweep(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return keys.sweep().replaceWithVoid();
    }
}
