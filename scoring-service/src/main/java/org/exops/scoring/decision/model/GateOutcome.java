package org.exops.scoring.decision.model;

/**
 * One gate: how many exposures were checked of how many.
 *
 * @param observed false when there was nothing to check
 */
public record GateOutcome(String gate, boolean observed, long checked, long exposures) {}
