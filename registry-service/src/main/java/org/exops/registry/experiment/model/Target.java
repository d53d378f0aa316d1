package org.exops.registry.experiment.model;

/** What an experiment changes. */
public enum Target {
    PROMPT,
    MODEL,
    WORKFLOW
}
