package org.exops.ingest.run.model;

/**
 * What is wrong with one field of a run's header.
 *
 * @param pointer JSON pointer
 */
public record Violation(String pointer, String message) {}
