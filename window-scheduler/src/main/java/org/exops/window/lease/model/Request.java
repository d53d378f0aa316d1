package org.exops.window.lease.model;

import java.time.Instant;

/** Who asked for the admission, and since when it waits. */
public record Request(String by, Instant at) {}
