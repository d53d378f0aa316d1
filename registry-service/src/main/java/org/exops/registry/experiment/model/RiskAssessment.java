package org.exops.registry.experiment.model;

import java.util.List;
import java.util.stream.Stream;
import org.exops.registry.variant.model.Comparison;
import org.exops.registry.variant.model.SideEffects;
import org.exops.registry.variant.model.Variant;

/** Derives how much an experiment puts at risk from what its treatments add to their control. */
public final class RiskAssessment {
    private static final int MOST_REASONS = 100;

    private final SideEffects sideEffects;

    public RiskAssessment(SideEffects sideEffects) {
        this.sideEffects = sideEffects;
    }

    public Risk assess(Configuration configuration) {
        List<Reason> additions = additions(configuration);
        List<Reason> unapproved = unapproved(configuration);
        RiskTier start = configuration.target() == Target.WORKFLOW ? RiskTier.ELEVATED : RiskTier.LOW;
        RiskTier compared = additions.isEmpty() ? start : start.raised();
        Reason origin =
                new Reason("TARGET_" + configuration.target(), configuration.target() + " starts at " + start + ".");
        return Risk.derived(
                unapproved.isEmpty() ? compared : RiskTier.HIGH,
                told(Stream.of(Stream.of(origin), additions.stream(), unapproved.stream())
                        .flatMap(reasons -> reasons)
                        .toList()));
    }

    // Every answer and event carries the reasons; nobody reads thousands.
    private static List<Reason> told(List<Reason> reasons) {
        if (reasons.size() <= MOST_REASONS) {
            return reasons;
        }
        Reason others = new Reason("MORE_REASONS", "And " + (reasons.size() - MOST_REASONS) + " more reasons.");
        return Stream.concat(reasons.stream().limit(MOST_REASONS), Stream.of(others))
                .toList();
    }

    private static List<Reason> additions(Configuration configuration) {
        return configuration.control().stream()
                .flatMap(control ->
                        configuration.treatments().stream().flatMap(treatment -> additions(control, treatment)))
                .toList();
    }

    private static Stream<Reason> additions(Variant control, Variant treatment) {
        return new Comparison(control.content(), treatment.content())
                .differences().stream()
                        .map(difference ->
                                new Reason(difference.kind().name(), treatment.name() + " " + difference.text() + "."));
    }

    private List<Reason> unapproved(Configuration configuration) {
        return configuration.treatments().stream()
                .flatMap(treatment ->
                        sideEffects.unapproved(treatment.content()).stream().map(tool -> unapproved(treatment, tool)))
                .toList();
    }

    private Reason unapproved(Variant treatment, String tool) {
        String why = sideEffects.trustDeclared()
                ? ", which is not declared read-only"
                : ", which counts as destructive since nobody has vouched for it";
        return new Reason("UNAPPROVED_SIDE_EFFECT", treatment.name() + " may call " + tool + why + ", unapproved.");
    }
}
