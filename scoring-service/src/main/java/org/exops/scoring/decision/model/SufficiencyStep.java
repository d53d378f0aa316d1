package org.exops.scoring.decision.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Step 3. What is missing is never a pass: the answer says what, and how many more units. */
final class SufficiencyStep implements TreatmentStep {
    @Override
    public Ruling rule(Trial trial) {
        List<Reason> missing = Stream.of(
                        RequiredEvidence.missing(trial), burnIn(trial), minimums(trial), duration(trial))
                .flatMap(List::stream)
                .toList();
        if (missing.isEmpty()) {
            return Ruling.passed("SUFFICIENCY", Wording.count(trial.scores().n()) + " paired cases", "nothing missing");
        }
        List<Reason> reasons = new ArrayList<>();
        if (trial.docket().deadlinePassed()) {
            reasons.add(new Reason(
                    "EVIDENCE_MISSING",
                    "The deadline " + trial.plan().schedule().deadlineAt() + " has passed without enough evidence"));
        }
        reasons.addAll(missing);
        SizeNote.of(trial).ifPresent(reasons::add);
        return Ruling.answered(
                new StepRecord("SUFFICIENCY", "MISSING", missing.size() + " missing", "nothing missing"),
                new Ruling.Answer(Status.COLLECTING, Validity.whileWaiting(trial.docket()), List.copyOf(reasons)));
    }

    private static List<Reason> burnIn(Trial trial) {
        long units = trial.scores().n();
        long clusters = trial.scores().clusters();
        return Rules.burnedIn(units, clusters) ? List.of() : List.of(burnIn("The score", units, clusters));
    }

    private static Reason burnIn(String what, long units, long clusters) {
        return new Reason(
                "BURN_IN",
                what + " has " + Wording.count(units) + " paired cases in " + Wording.count(clusters)
                        + " clusters; no look counts before " + Rules.BURN_IN_UNITS + " in " + Rules.BURN_IN_CLUSTERS);
    }

    // What has not burned in cannot be proven, so the one ordinary test must not be spent on it.
    private static List<Reason> minimums(Trial trial) {
        List<Reason> missing = new ArrayList<>();
        Plan.Measure target = trial.plan().measures().target();
        long seen = trial.pair().quality().n();
        if (seen < target.minimumN()) {
            missing.add(belowMinimum(target.name(), seen, target.minimumN()));
        }
        for (MarginTest test : trial.guardrails()) {
            if (!test.enough()) {
                missing.add(belowMinimum(test.label(), test.n(), test.minimumN()));
            }
            if (!test.burnedIn()) {
                missing.add(burnIn(test.label(), test.n(), test.clusters()));
            }
        }
        return missing;
    }

    private static Reason belowMinimum(String what, long seen, long minimum) {
        return new Reason(
                "MINIMUM_N",
                what + " has " + Wording.count(seen) + " of at least " + Wording.count(minimum) + " cases: "
                        + Wording.count(minimum - seen) + " more");
    }

    private static List<Reason> duration(Trial trial) {
        Plan.Schedule schedule = trial.plan().schedule();
        if (!trial.docket().at().isBefore(schedule.minimumReachedAt())) {
            return List.of();
        }
        return List.of(new Reason(
                "MINIMUM_DURATION",
                "The minimum duration " + schedule.minimumDuration() + " ends at " + schedule.minimumReachedAt()));
    }
}
