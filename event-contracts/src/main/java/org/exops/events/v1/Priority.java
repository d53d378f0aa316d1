package org.exops.events.v1;

/** The class in which an experiment queues. */
public enum Priority {
    SAFETY_FIX,
    NORMAL,
    EXPLORATORY
}
