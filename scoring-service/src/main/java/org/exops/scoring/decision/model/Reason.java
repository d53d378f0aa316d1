package org.exops.scoring.decision.model;

/** A code that programs read with the sentence that people read: it carries the value and the threshold. */
public record Reason(String code, String text) {}
