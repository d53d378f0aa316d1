package org.exops.events.v1;

/** A code that programs read with the sentence that people read. */
public record Reason(String code, String text) {}
