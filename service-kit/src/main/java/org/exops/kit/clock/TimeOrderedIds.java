package org.exops.kit.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Issues UUIDv7 (RFC 9562): milliseconds first, a counter against ties and clocks that step back, the rest random. */
@ApplicationScoped
public class TimeOrderedIds {
    private static final int TICKS_PER_MILLISECOND = 1 << 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long lastTick;

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    /** Greater than every id that this instance issued before. */
    public UUID next() {
        long tick = nextTick();
        long high = (tick / TICKS_PER_MILLISECOND) << 16 | 0x7000L | (tick % TICKS_PER_MILLISECOND);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private synchronized long nextTick() {
        lastTick = Math.max(lastTick + 1, clock.millis() * TICKS_PER_MILLISECOND);
        return lastTick;
    }
}
