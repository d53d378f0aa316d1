package org.exops.scoring.decision.model;

/** A step that speaks of one treatment. */
interface TreatmentStep {
    Ruling rule(Trial trial);
}
