package org.exops.events.v1;

/** How a metric is estimated. */
public enum MetricKind {
    PROPORTION,
    MEAN,
    RATIO,
    QUANTILE
}
