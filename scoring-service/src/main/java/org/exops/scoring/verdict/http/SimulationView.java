package org.exops.scoring.verdict.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.exops.events.v1.Reason;
import org.exops.events.v1.Recommendation;
import org.exops.events.v1.VerdictSnapshot;
import org.exops.events.v1.VerdictStatus;
import org.jspecify.annotations.Nullable;

/** What the verdict would be; it has no id, because nothing was recorded. */
@Schema(name = "Simulation")
record SimulationView(
        String experiment,
        @Nullable String variant,
        VerdictStatus status,
        Recommendation recommendation,
        boolean needsReview,
        long evidenceRevision,
        VerdictSnapshot.AppliedStrategy strategy,
        List<VerdictSnapshot.Comparison> comparisons,
        List<VerdictSnapshot.Step> steps,
        List<Reason> reasons) {

    static SimulationView from(VerdictSnapshot verdict) {
        return new SimulationView(
                verdict.experiment(),
                verdict.variant(),
                verdict.status(),
                verdict.recommendation(),
                verdict.needsReview(),
                verdict.evidenceRevision(),
                verdict.strategy(),
                verdict.comparisons(),
                verdict.steps(),
                verdict.reasons());
    }
}
