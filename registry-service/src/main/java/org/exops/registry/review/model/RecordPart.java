package org.exops.registry.review.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exops.registry.baseline.model.Baseline;
import org.exops.registry.experiment.model.Admission;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.PriorAttempt;
import org.exops.registry.experiment.model.Reason;
import org.exops.registry.experiment.model.Registration;
import org.exops.registry.review.model.Review.Section;

/** What the registry itself knows: risk, admissions, what went before and what is relied on. */
record RecordPart(ReviewSources sources) {

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Risk", riskLines()));
        sections.add(new Section("Admissions", orNone(admissionLines(), "none was needed")));
        sections.add(new Section("Prior attempts", orNone(attemptLines(), "none is known")));
        Decision decision = sources.experiment().decision();
        if (decision != null) {
            sections.add(new Section("Decision", decisionLines(decision)));
        }
        sections.add(new Section("Baselines relied on", orNone(baselineLines(), "none")));
        return sections;
    }

    private List<String> riskLines() {
        Stream<String> tier = Stream.of("Tier " + sources.experiment().risk().tier());
        Stream<String> reasons = sources.experiment().risk().reasons().stream().map(Reason::text);
        return Stream.concat(tier, reasons).toList();
    }

    private List<String> admissionLines() {
        return sources.admissions().stream().map(RecordPart::line).toList();
    }

    private static String line(Admission admission) {
        Admission.Lease lease = admission.lease();
        String stay = lease == null
                ? ""
                : ", slot " + lease.slot() + ", token " + lease.fencingToken() + ", from " + lease.from()
                        + (lease.until() == null ? "" : " until " + lease.until());
        String people = admission.people().isEmpty() ? "" : ", by " + String.join(", ", admission.people());
        String reasons = admission.reasons().isEmpty() ? "" : ": " + String.join("; ", admission.reasons());
        return admission.what() + " at " + admission.at() + stay + people + reasons;
    }

    private List<String> attemptLines() {
        Configuration configuration = sources.experiment().configuration();
        List<String> lines = new ArrayList<>();
        if (configuration.revises() != null) {
            lines.add("Revises " + configuration.revises());
        }
        sources.successors().forEach(key -> lines.add("Revised by " + key));
        sources.attempts().forEach(attempt -> lines.add(line(attempt, configuration)));
        configuration.acknowledgedPriorAttempts().stream()
                .filter(key -> sources.attempts().stream()
                        .noneMatch(attempt -> attempt.experiment().equals(key)))
                .forEach(key -> lines.add(key + " (acknowledged)"));
        return lines;
    }

    private static String line(PriorAttempt attempt, Configuration configuration) {
        boolean acknowledged = configuration.acknowledgedPriorAttempts().contains(attempt.experiment());
        return attempt.experiment() + ", concluded " + attempt.decision() + ": " + attempt.why()
                + (acknowledged ? " (acknowledged)" : "");
    }

    private List<String> decisionLines(Decision decision) {
        List<String> lines = new ArrayList<>();
        lines.add(decision.outcome() + " on verdict " + decision.verdictId() + " by " + decision.decidedBy());
        if (decision.justification() != null) {
            lines.add("Goes beyond the recommendation: " + decision.justification());
        }
        if (decision.lessons().text() != null) {
            lines.add("Lessons: " + decision.lessons().text());
        }
        if (!decision.lessons().tags().isEmpty()) {
            lines.add("Tags: " + String.join(", ", decision.lessons().tags()));
        }
        Registration registration = sources.experiment().registration();
        if (registration != null) {
            lines.add("Strategy " + registration.strategy().name() + " version "
                    + registration.strategy().version() + ", registered at " + registration.registeredAt());
        }
        return lines;
    }

    private List<String> baselineLines() {
        return sources.baselines().stream().map(this::line).toList();
    }

    private String line(Baseline baseline) {
        Baseline.Terms terms = baseline.terms();
        String overdue = baseline.isOverdue(sources.today()) ? ", **overdue**" : "";
        return terms.item() + " of " + terms.baselineDate() + ", recheck by " + terms.recheckBy() + overdue + ": "
                + terms.source();
    }

    private static List<String> orNone(List<String> lines, String none) {
        return lines.isEmpty() ? List.of(none) : lines;
    }
}
