package org.exops.kit.idempotency;

import java.util.UUID;

/** What a key turned out to be when a request arrived with it. */
sealed interface Reservation {
    /** New: the request is done now, under this id. */
    record Granted(byte[] scope, UUID id) implements Reservation {}

    /** Known with the same request: its answer is given again. */
    record Answered(StoredAnswer answer) implements Reservation {}

    /** Known with another request. */
    record Reused() implements Reservation {}

    /** Its first request is under way. */
    record UnderWay() implements Reservation {}
}
