package org.exops.events.v1;

/** How a gate came out. */
public enum GateResult {
    PASSED,
    FAILED,
    INCONCLUSIVE,
    NOT_OBSERVED
}
