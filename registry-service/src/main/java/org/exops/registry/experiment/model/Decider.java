package org.exops.registry.experiment.model;

import java.time.Instant;

/**
 * Who wants to decide, and when.
 *
 * @param ownExperimenter an experimenter of the experiment's team
 * @param secondPerson an approver or an operator, who may override
 */
public record Decider(String subject, boolean ownExperimenter, boolean secondPerson, Instant at) {}
