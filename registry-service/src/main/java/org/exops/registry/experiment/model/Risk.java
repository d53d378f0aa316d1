package org.exops.registry.experiment.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tier of an experiment and every reason for it.
 *
 * @param floor what an operator raised it to; it outlives every later derivation
 */
public record Risk(
        RiskTier tier, List<Reason> reasons, @Nullable Floor floor) {
    public Risk {
        reasons = List.copyOf(reasons);
    }

    static Risk derived(RiskTier tier, List<Reason> reasons) {
        return new Risk(tier, reasons, null);
    }

    /** The same risk, never below what an operator asked for. */
    public Risk keeping(@Nullable Floor raised) {
        if (raised == null || !raised.tier().above(tier)) {
            return new Risk(tier, reasons, raised);
        }
        List<Reason> all =
                Stream.concat(reasons.stream(), Stream.of(raised.reason())).toList();
        return new Risk(raised.tier(), all, raised);
    }

    /** A tier that an operator asked for, and why. */
    public record Floor(RiskTier tier, Reason reason) {}
}
