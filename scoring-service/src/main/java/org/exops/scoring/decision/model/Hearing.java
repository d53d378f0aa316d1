package org.exops.scoring.decision.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The steps that speak of one treatment, in order; the first that answers wins. */
final class Hearing {
    private final List<TreatmentStep> steps;

    Hearing() {
        // Harm comes before sufficiency: what is already shown to harm must not wait for what is missing.
        this.steps = List.of(new HarmStep(), new SufficiencyStep(), new MeaningStep(), new ProofStep(), new EndStep());
    }

    Conclusion hear(Trial trial) {
        List<StepRecord> records = new ArrayList<>();
        List<Reason> notes = new ArrayList<>();
        for (TreatmentStep step : steps) {
            Ruling ruling = step.rule(trial);
            records.add(ruling.step());
            notes.addAll(ruling.notes());
            Ruling.Answer answer = ruling.answer();
            if (answer != null) {
                return conclude(trial, answer, records, notes);
            }
        }
        throw new IllegalStateException("The last step answers always");
    }

    /** What the whole experiment was answered stands for each treatment too. */
    Conclusion adopt(Trial trial, Ruling.Answer answer) {
        return conclude(trial, answer, List.of(), List.of());
    }

    private static Conclusion conclude(
            Trial trial, Ruling.Answer answer, List<StepRecord> records, List<Reason> notes) {
        Recommendation settled = trial.past().settled();
        List<Reason> reasons = Stream.of(answer.reasons(), notes, Remarks.of(trial))
                .flatMap(List::stream)
                .distinct()
                .toList();
        boolean needsReview = reasons.stream()
                .anyMatch(reason -> reason.code().equals(RobustToWeights.CODE)
                        || reason.code().equals(Remarks.DRIFT));
        return new Conclusion(
                answer.status(),
                settled == null ? answer.recommendation() : settled.lowered(answer.recommendation()),
                needsReview,
                List.copyOf(records),
                reasons);
    }
}
