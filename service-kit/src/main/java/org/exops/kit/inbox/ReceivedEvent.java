package org.exops.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it arrived.
 *
 * @param id the same at every redelivery
 * @param key the record key
 * @param time when the producer's transaction made it
 */
public record ReceivedEvent<T>(UUID id, String key, Instant time, T payload) {}
