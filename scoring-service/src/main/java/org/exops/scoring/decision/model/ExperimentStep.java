package org.exops.scoring.decision.model;

/** A step that speaks of the experiment as a whole. */
interface ExperimentStep {
    Ruling rule(Docket docket);
}
