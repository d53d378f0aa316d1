package org.exops.events.v1;

/** What a metric is for. */
public enum MetricRole {
    TARGET,
    GUARDRAIL,
    DIAGNOSTIC
}
