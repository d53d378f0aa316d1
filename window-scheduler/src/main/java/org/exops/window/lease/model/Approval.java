package org.exops.window.lease.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An approver's word for one stay; {@code team} is the approver's, where the token names one. */
public record Approval(String by, @Nullable String team, Instant at) {}
