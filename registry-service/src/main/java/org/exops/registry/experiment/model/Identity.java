package org.exops.registry.experiment.model;

import java.util.UUID;

/**
 * Which experiment, and whose.
 *
 * @param key the name that people use; unique for ever
 */
public record Identity(UUID id, String key, String team) {}
