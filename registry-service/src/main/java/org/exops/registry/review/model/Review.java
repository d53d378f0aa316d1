package org.exops.registry.review.model;

import java.util.List;

/**
 * The document of an experiment.
 *
 * @param experiment its key
 * @param concluded whether the experiment is; until then it is a preview
 */
public record Review(String experiment, String title, boolean concluded, Summary summary, List<Section> sections) {
    public Review {
        sections = List.copyOf(sections);
    }

    /** The five lines that every reader reads. */
    public record Summary(String hypothesis, String variants, String targetMetric, String result, String decision) {
        public Summary {
            hypothesis = Line.of(hypothesis);
            variants = Line.of(variants);
            targetMetric = Line.of(targetMetric);
            result = Line.of(result);
            decision = Line.of(decision);
        }
    }

    /** A further part; every line is a statement. */
    public record Section(String heading, List<String> lines) {
        public Section {
            lines = lines.stream().map(Line::of).toList();
        }
    }

    /** The template of every review, then the further parts. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# Experiment Review\n")
                .append("- Hypothesis: ")
                .append(Line.markdown(summary.hypothesis()))
                .append("\n- Variant A/B: ")
                .append(Line.markdown(summary.variants()))
                .append("\n- Target Metric: ")
                .append(Line.markdown(summary.targetMetric()))
                .append("\n- Result (Quality/Cost/Risk): ")
                .append(Line.markdown(summary.result()))
                .append("\n- Decision: ")
                .append(Line.markdown(summary.decision()))
                .append('\n');
        sections.forEach(section -> append(text, section));
        return text.toString();
    }

    private static void append(StringBuilder text, Section section) {
        text.append("\n## ").append(section.heading()).append("\n\n");
        section.lines()
                .forEach(line -> text.append("- ").append(Line.markdown(line)).append('\n'));
    }
}
