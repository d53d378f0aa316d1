package org.exops.registry.experiment.model;

/** What a metric is for. */
public enum MetricRole {
    TARGET,
    GUARDRAIL,
    DIAGNOSTIC
}
