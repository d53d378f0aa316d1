package org.exops.events.v1;

/** What an experiment changes. */
public enum Target {
    PROMPT,
    MODEL,
    WORKFLOW
}
