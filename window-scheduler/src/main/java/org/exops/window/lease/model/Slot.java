package org.exops.window.lease.model;

import org.jspecify.annotations.Nullable;

/**
 * A numbered place on a surface, counted from 1.
 *
 * @param highRiskNumber its place among the high-risk ones; absent for all others
 */
public record Slot(int number, @Nullable Integer highRiskNumber) {}
