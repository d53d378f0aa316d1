package org.exops.scoring.verdict;

import org.exops.events.v1.VerdictSnapshot;
import org.exops.scoring.decision.model.Sensitivity;
import org.exops.scoring.statistics.model.BreakEven;
import org.jspecify.annotations.Nullable;

/** Writes how the score depends on the weights. */
final class SensitivityWriting {
    private SensitivityWriting() {}

    static VerdictSnapshot.@Nullable Sensitivity of(@Nullable Sensitivity sensitivity) {
        if (sensitivity == null) {
            return null;
        }
        BreakEven breakEven = sensitivity.breakEven();
        return new VerdictSnapshot.Sensitivity(
                sensitivity.grid().stream()
                        .map(point -> new VerdictSnapshot.GridPoint(
                                point.costFactor(),
                                point.riskFactor(),
                                point.value(),
                                point.interval().lower(),
                                point.interval().upper()))
                        .toList(),
                sensitivity.presets().stream()
                        .map(preset -> new VerdictSnapshot.PresetOutcome(
                                preset.strategy(),
                                preset.value(),
                                VerdictWriting.recommendation(preset.recommendation())))
                        .toList(),
                new VerdictSnapshot.BreakEven(
                        breakEven.value(), breakEven.lower(), breakEven.upper(), breakEven.unbounded()),
                sensitivity.text());
    }
}
