package org.exops.registry.experiment.model;

/** A value that breaks a rule; {@code pointer} is a JSON pointer into what was sent. */
public record Breach(String pointer, String message) {}
