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
    public record Summary(String hypothesis, String variants, String targetMetric, String result, String decision) {}

    /** A further part; every line is a statement. */
    public record Section(String heading, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** The template of every review, then the further parts. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# Experiment Review\n")
                .append("- Hypothesis: ")
                .append(summary.hypothesis())
                .append("\n- Variant A/B: ")
                .append(summary.variants())
                .append("\n- Target Metric: ")
                .append(summary.targetMetric())
                .append("\n- Result (Quality/Cost/Risk): ")
                .append(summary.result())
                .append("\n- Decision: ")
                .append(summary.decision())
                .append('\n');
        sections.forEach(section -> append(text, section));
        return text.toString();
    }

    private static void append(StringBuilder text, Section section) {
        text.append("\n## ").append(section.heading()).append("\n\n");
        section.lines().forEach(line -> text.append("- ").append(line).append('\n'));
    }
}
