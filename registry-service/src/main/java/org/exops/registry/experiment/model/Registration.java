package org.exops.registry.experiment.model;

import java.time.Instant;
import org.exops.registry.strategy.model.Strategy;

/**
 * What registration froze.
 *
 * @param planDigest {@code sha256:} + hex over all of it
 * @param deadlineAt registration plus the plan's deadline
 * @param strategy the numbers that hold for this experiment whatever is published later
 */
public record Registration(String planDigest, Instant registeredAt, Instant deadlineAt, Strategy strategy) {}
