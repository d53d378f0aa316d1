package org.exops.scoring.verdict;

import java.time.Instant;
import java.util.UUID;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.ExperimentStatus;
import org.exops.scoring.verdict.model.LookTimes;
import org.exops.scoring.verdict.model.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an experiment, and when it was looked at.
 *
 * @param admission the status of its admission, {@code NONE} without one
 * @param sighting what the last look saw
 * @param dueAt when it is looked at next; absent when nothing is to come
 */
public record StoredDocket(
        UUID id,
        @Nullable ExperimentSnapshot experiment,
        @Nullable EvidenceSnapshot evidence,
        String admission,
        @Nullable Sighting sighting,
        @Nullable Instant lookedAt,
        @Nullable Instant dueAt) {

    /** An experiment that is known and has not ended: a decision is final, so nothing after it is judged. */
    boolean open() {
        return experiment != null
                && experiment.status() != ExperimentStatus.CONCLUDED
                && experiment.status() != ExperimentStatus.WITHDRAWN;
    }

    static LookTimes times(ExperimentSnapshot experiment, boolean evidence) {
        Instant registered = experiment.plan().registeredAt();
        return new LookTimes(
                registered.plus(experiment.configuration().plan().minimumDuration()),
                experiment.plan().deadlineAt(),
                evidence);
    }
}
