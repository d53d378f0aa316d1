package org.exops.scoring.decision.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order of judgement: gate and validity speak of the experiment, the other steps of each treatment; the first that hits
 * wins. Work grows with treatments and segments, never with cases.
 */
public final class VerdictJudge {
    /** Which rules these are; a change of any rule or number changes it. */
    public static final String VERSION = "2";

    private final List<ExperimentStep> steps =
            List.of(new GateStep(), new EvalSetStep(), new ControlAgeStep(), new CoverageStep(), new LostCasesStep());
    private final Hearing hearing = new Hearing();

    public Judgement judge(Docket docket) {
        List<StepRecord> records = new ArrayList<>();
        Ruling.Answer answer = ofExperiment(docket, records);
        List<Comparison> comparisons = docket.plan().scope().treatments().stream()
                .map(treatment -> compare(new Trial(docket, treatment), answer))
                .toList();
        Comparison named = named(comparisons);
        Presets presets = new Presets(answer, named.conclusion(), hearing);
        return new Judgement(
                whole(records, named.conclusion()),
                named.treatment(),
                Weights.of(docket.plan().strategy(), docket.plan().worth()),
                GateStep.outcomes().toList(),
                comparisons,
                Sensitivity.of(docket, named.treatment(), presets).orElse(null));
    }

    private Ruling.@Nullable Answer ofExperiment(Docket docket, List<StepRecord> records) {
        for (ExperimentStep step : steps) {
            Ruling ruling = step.rule(docket);
            records.add(ruling.step());
            if (ruling.answer() != null) {
                return ruling.answer();
            }
        }
        return null;
    }

    private Comparison compare(Trial trial, Ruling.@Nullable Answer answer) {
        Conclusion conclusion = answer == null ? hearing.hear(trial) : hearing.adopt(trial, answer);
        return new Comparer(trial, conclusion).comparison();
    }

    /** The boldest recommendation that any treatment has; of several, the greatest lower bound of S. */
    private static Comparison named(List<Comparison> comparisons) {
        return comparisons.stream()
                .min(Comparator.comparing((Comparison one) -> one.conclusion().recommendation())
                        .thenComparing(Comparator.comparingDouble(VerdictJudge::lowerBound)
                                .reversed()))
                .orElseThrow(() -> new IllegalArgumentException("An experiment has a treatment"));
    }

    private static double lowerBound(Comparison comparison) {
        Comparison.Score score = comparison.effects().score();
        return score == null ? Double.NEGATIVE_INFINITY : score.lower();
    }

    private static Conclusion whole(List<StepRecord> records, Conclusion named) {
        return new Conclusion(
                named.status(),
                named.recommendation(),
                named.needsReview(),
                Stream.concat(records.stream(), named.steps().stream()).toList(),
                named.reasons());
    }
}
