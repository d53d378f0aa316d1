package org.exops.window.lease.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler knows of an experiment.
 *
 * @param owners creator, last editor, registrar and decision owner: none of them may approve
 * @param ending absent while it goes on
 */
public record Experiment(
        UUID id,
        String key,
        String team,
        SurfacePath surface,
        Terms terms,
        Set<String> owners,
        @Nullable Ending ending) {

    /** Why it may not run any more; null while it may. */
    public @Nullable Reason overAt(Instant now) {
        if (ending != null) {
            return ending == Ending.DECIDED
                    ? new Reason(Reason.Code.DECIDED, key + " was decided")
                    : new Reason(Reason.Code.WITHDRAWN, key + " was withdrawn");
        }
        return now.isBefore(terms.deadline())
                ? null
                : new Reason(Reason.Code.DEADLINE, "the plan of " + key + " ended at " + terms.deadline());
    }
}
