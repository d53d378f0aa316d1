package org.exops.scoring.decision.model;

/** One gate that had nothing to check: offline runs expose nobody. */
public record GateOutcome(String gate, long checked, long exposures) {}
