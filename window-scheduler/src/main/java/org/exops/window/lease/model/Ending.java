package org.exops.window.lease.model;

/** How an experiment ended. */
public enum Ending {
    DECIDED,
    WITHDRAWN
}
