package org.exops.events.v1;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka topic as it must exist before the services start.
 *
 * @param retention how long a log keeps its events; absent for a state topic, which is compacted and never deleted by time
 */
public record Topic(String name, int partitions, @Nullable Duration retention) {
    private static final Duration LOG = Duration.ofDays(30);

    private static final List<Topic> SOURCES = List.of(
            state(EventTypes.EXPERIMENT, 6),
            state(EventTypes.STRATEGY, 1),
            state(EventTypes.ADMISSION, 6),
            state(EventTypes.EVIDENCE, 6),
            state(EventTypes.VERDICT, 6),
            new Topic(EventTypes.CASE_CHUNK.topic(), 12, Duration.ofDays(7)));

    /** Every topic, dead letters included. */
    public static final List<Topic> ALL = Stream.concat(
                    SOURCES.stream(), SOURCES.stream().map(topic -> new Topic(topic.name() + ".dlq", 1, LOG)))
            .toList();

    private static Topic state(EventType<?> type, int partitions) {
        return new Topic(type.topic(), partitions, null);
    }

    /** Whether the topic keeps the newest event per key instead of deleting by age. */
    public boolean compacted() {
        return retention == null;
    }
}
