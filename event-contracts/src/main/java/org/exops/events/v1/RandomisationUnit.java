package org.exops.events.v1;

/** What is assigned to an arm. */
public enum RandomisationUnit {
    CASE,
    USER,
    TENANT,
    CONVERSATION
}
