package org.exops.registry.experiment.model;

/** How a metric is estimated. */
public enum MetricKind {
    PROPORTION,
    MEAN,
    RATIO,
    QUANTILE
}
