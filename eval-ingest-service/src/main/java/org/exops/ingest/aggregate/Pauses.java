package org.exops.ingest.aggregate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Experiments that are left alone for a while since they failed: from 1 second, twice as long after each failure, at most 5
 * minutes. In memory: a replica that starts tries each of them once.
 */
@Dependent
class Pauses {
    private static final Logger LOG = Logger.getLogger(Pauses.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Counter failures;
    private final Map<UUID, Pause> pauses = new LinkedHashMap<>();

    Pauses(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.failures = metrics.counter("exops.evidence.failures");
    }

    private record Pause(Duration length, Instant until) {}

    synchronized void begin(StuckExperimentException failure) {
        Pause last = pauses.remove(failure.experimentId());
        Duration length = last == null ? SHORTEST : last.length().multipliedBy(2);
        length = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        pauses.put(failure.experimentId(), new Pause(length, clock.instant().plus(length)));
        if (pauses.size() > MOST) {
            var unused = pauses.remove(pauses.keySet().iterator().next());
        }
        failures.increment();
        LOG.errorf(failure.getCause(), "Experiment %s is left alone for %s", failure.experimentId(), length);
    }

    /** Those that are to be left alone now. */
    synchronized UUID[] standing() {
        Instant now = clock.instant();
        pauses.values().removeIf(pause -> pause.until().plus(LONGEST).isBefore(now));
        return pauses.entrySet().stream()
                .filter(pause -> pause.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
    }
}
