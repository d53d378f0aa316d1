package org.exops.registry.experiment.model;

/** The class in which an experiment queues. */
public enum Priority {
    SAFETY_FIX,
    NORMAL,
    EXPLORATORY
}
