package org.exops.scoring.decision.model;

/** One step of the order of judgement with what it compared. */
public record StepRecord(String step, String outcome, String value, String threshold) {}
