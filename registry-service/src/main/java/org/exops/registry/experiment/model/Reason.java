package org.exops.registry.experiment.model;

/** A code that programs read with the sentence that people read. */
public record Reason(String code, String text) {}
