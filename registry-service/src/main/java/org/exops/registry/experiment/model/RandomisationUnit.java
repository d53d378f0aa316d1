package org.exops.registry.experiment.model;

/** What is assigned to an arm. */
public enum RandomisationUnit {
    CASE,
    USER,
    TENANT,
    CONVERSATION
}
