package org.exops.scoring.decision.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One judgement of an experiment.
 *
 * @param treatment the one that the recommendation speaks of
 * @param comparisons one per treatment, in the order of the plan
 * @param sensitivity of that treatment; absent while there is no estimate
 */
public record Judgement(
        Conclusion conclusion,
        String treatment,
        Weights weights,
        List<GateOutcome> gates,
        List<Comparison> comparisons,
        @Nullable Sensitivity sensitivity) {}
