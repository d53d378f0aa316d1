package org.exops.ingest.experiment.model;

import java.util.UUID;

/**
 * A registered experiment.
 *
 * @param revision of the registry's snapshot
 * @param over whether it was concluded or withdrawn: no evidence is taken any more
 */
public record KnownExperiment(UUID id, String key, String team, long revision, boolean over, Plan plan) {}
