package org.exops.scoring.decision.model;

/** How far a judgement came. */
public enum Status {
    INVALID,
    COLLECTING,
    SCORED
}
