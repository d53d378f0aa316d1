package org.exops.registry.review.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.Status;
import org.exops.registry.review.model.Review.Section;
import org.exops.registry.review.model.Review.Summary;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.variant.model.VariantContent;
import org.exops.registry.verdict.model.TreatmentOutcome;
import org.exops.registry.verdict.model.Verdict;
import org.exops.registry.verdict.model.VerdictStatus;

/** Writes the review of an experiment from what is known of it. */
public final class ReviewWriter {
    private final ReviewSources sources;
    private final Experiment experiment;
    private final Configuration configuration;

    public ReviewWriter(ReviewSources sources) {
        this.sources = sources;
        this.experiment = sources.experiment();
        this.configuration = experiment.configuration();
    }

    public Review write() {
        List<Section> sections = new ArrayList<>();
        sections.add(new BusinessPart(configuration, sources.verdict()).section());
        if (sources.verdict() != null) {
            sections.addAll(new VerdictPart(sources.verdict()).sections());
        }
        sections.addAll(new RecordPart(sources).sections());
        return new Review(
                experiment.identity().key(),
                configuration.title(),
                experiment.status() == Status.CONCLUDED,
                new Summary(configuration.hypothesis(), variants(), targetMetric(), result(), decision()),
                sections);
    }

    private String variants() {
        return configuration.variants().stream().map(ReviewWriter::line).collect(Collectors.joining("; "));
    }

    private static String line(Variant variant) {
        return variant.name() + " (" + variant.role() + ") " + what(variant.content()) + ", " + variant.digest();
    }

    private static String what(VariantContent content) {
        List<String> parts = new ArrayList<>();
        if (content.prompt() != null) {
            parts.add("prompt " + content.prompt().ref());
        }
        if (content.model() != null) {
            parts.add("model " + content.model().provider() + "/"
                    + content.model().name());
        }
        if (content.workflow() != null && content.workflow().ref() != null) {
            parts.add("workflow " + content.workflow().ref());
        }
        return String.join(", ", parts);
    }

    private String targetMetric() {
        return configuration
                .targetMetric()
                .map(metric -> metric.name() + " (" + metric.kind() + ", " + metric.direction() + ")")
                .orElse("none");
    }

    private String result() {
        Verdict verdict = sources.verdict();
        if (verdict == null) {
            return "no verdict yet";
        }
        if (verdict.status() == VerdictStatus.BLOCKED) {
            return "blocked before any score was computed";
        }
        return verdict.comparisons().isEmpty()
                ? "not comparable yet (" + verdict.status() + ")"
                : verdict.comparisons().stream().map(ReviewWriter::result).collect(Collectors.joining("; "));
    }

    private static String result(TreatmentOutcome outcome) {
        return outcome.variant()
                + " against "
                + outcome.control()
                + ": quality "
                + Figures.points(outcome.quality())
                + " / cost "
                + Figures.shares(outcome.cost(), "reference cost")
                + " / risk "
                + Figures.shares(outcome.risk(), "risk budget")
                + "; score "
                + Figures.score(outcome.score())
                + ", recommended "
                + outcome.recommendation();
    }

    private String decision() {
        Decision decision = experiment.decision();
        if (decision == null) {
            return "none yet (" + experiment.status() + ")";
        }
        String subject = decision.variant() == null ? "" : " of " + decision.variant();
        return word(decision.outcome()) + subject + ", by " + decision.decidedBy() + " on " + decision.decidedAt()
                + ": " + decision.rationale();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case ROLLOUT -> "Rollout";
            case ITERATE -> "Iterate";
            case ROLLBACK -> "Rollback";
        };
    }
}
