package org.exops.scoring.statistics.model;

/** A closed interval, rounded for publication. */
public record Interval(double lower, double upper) {}
