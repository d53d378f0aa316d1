package org.exops.ingest.aggregate.model;

/**
 * One metric of one arm under both conventions.
 *
 * @param all failed and errored cases at the bad end of the range
 * @param ifErrorsDropped without errored cases
 */
public record MetricSums(MomentSum all, MomentSum ifErrorsDropped) {}
