package org.exops.kit.security;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket per principal, as the generic cell rate algorithm: one number each, the time at which the bucket will be full
 * again. Memory is bounded: a bucket that is full equals none, so it may be forgotten.
 */
final class TokenBuckets {
    private static final String OVERFLOW = "";

    private final long nanosPerToken;
    private final long nanosToFill;
    private final int principals;
    private final ConcurrentMap<String, AtomicLong> fullAt = new ConcurrentHashMap<>();

    TokenBuckets(int perSecond, int burst, int principals) {
        this.nanosPerToken = Duration.ofSeconds(1).toNanos() / perSecond;
        this.nanosToFill = nanosPerToken * burst;
        this.principals = principals;
    }

    /** Takes a token; answers zero, or how long to wait for one. {@code now} in nanoseconds of a clock that never steps back. */
    Duration take(String principal, long now) {
        AtomicLong bucket = bucketOf(principal, now);
        while (true) {
            long full = bucket.get();
            long next = Math.max(full, now) + nanosPerToken;
            long wait = next - now - nanosToFill;
            if (wait > 0) {
                return Duration.ofNanos(wait);
            }
            if (bucket.compareAndSet(full, next)) {
                return Duration.ZERO;
            }
        }
    }

    int remembered() {
        return fullAt.size();
    }

    private AtomicLong bucketOf(String principal, long now) {
        AtomicLong known = fullAt.get(principal);
        if (known != null) {
            return known;
        }
        if (fullAt.size() >= principals) {
            // A racing request of a forgotten principal may keep the old bucket: it gains one burst, once.
            fullAt.values().removeIf(full -> full.get() <= now);
        }
        String owner = fullAt.size() >= principals ? OVERFLOW : principal;
        return fullAt.computeIfAbsent(owner, unused -> new AtomicLong(now));
    }
}
