package org.exops.scoring.decision.model;

import java.util.List;
import org.exops.scoring.statistics.model.Published;
import org.jspecify.annotations.Nullable;

/**
 * What the built-in strategies would recommend, never bolder than the evidence allows.
 *
 * @param ofExperiment the answer of gate or validity: weights change nothing about it
 * @param verdict what was concluded under the pinned strategy
 */
record Presets(Ruling.@Nullable Answer ofExperiment, Conclusion verdict, Hearing hearing) {

    List<Sensitivity.PresetOutcome> outcomes(Docket docket, String treatment) {
        return Strategy.BUILT_IN.stream()
                .map(strategy -> outcome(docket, strategy, treatment))
                .toList();
    }

    private Sensitivity.PresetOutcome outcome(Docket docket, Strategy strategy, String treatment) {
        Trial trial = new Trial(docket.under(strategy), treatment);
        double value = Published.of(trial.score().orElseThrow().value());
        boolean pinned = strategy.weighsAs(docket.plan().strategy());
        return new Sensitivity.PresetOutcome(
                strategy.name(), value, pinned ? verdict.recommendation() : recommendation(trial));
    }

    private Recommendation recommendation(Trial trial) {
        return ofExperiment == null ? hearing.hear(trial).recommendation() : ofExperiment.recommendation();
    }
}
