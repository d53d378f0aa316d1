package org.exops.registry.review.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.registry.AVerdict.aVerdict;
import static org.exops.registry.AnExperiment.NOW;
import static org.exops.registry.AnExperiment.anExperiment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.exops.registry.baseline.model.Baseline;
import org.exops.registry.experiment.model.Admission;
import org.exops.registry.experiment.model.AdmissionNews.Standing;
import org.exops.registry.experiment.model.Decider;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.PriorAttempt;
import org.exops.registry.experiment.model.Proposal;
import org.exops.registry.verdict.model.Recommendation;
import org.exops.registry.verdict.model.Verdict;
import org.exops.registry.verdict.model.VerdictStatus;
import org.junit.jupiter.api.Test;

class ReviewWriterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Baseline OVERDUE = new Baseline(
            new UUID(0, 1),
            1,
            new Baseline.Terms(
                    "Trace-derived regression",
                    LocalDate.of(2026, 5, 17),
                    LocalDate.of(2026, 6, 16),
                    "https://example.org"));

    @Test
    void begins_with_exactly_the_headings_of_the_template() {
        // When
        String markdown = concluded().markdown();
        // Then
        List<String> lines = markdown.lines().limit(6).toList();
        assertThat(lines.get(0)).isEqualTo("# Experiment Review");
        assertThat(lines.get(1)).isEqualTo("- Hypothesis: A shorter instruction raises task success");
        assertThat(lines.get(2))
                .isEqualTo("- Variant A/B: A (CONTROL) prompt long, sha256:A; B (TREATMENT) prompt short, sha256:B");
        assertThat(lines.get(3)).isEqualTo("- Target Metric: task_success (PROPORTION, HIGHER_IS_BETTER)");
        assertThat(lines.get(4))
                .isEqualTo("- Result (Quality/Cost/Risk): B against A: quality +3.1 points (95%: +1.2 to +5.0)"
                        + " / cost +8.0% of the reference cost (95%: +5.0 to +11.0)"
                        + " / risk +0.0% of the risk budget (95%: +0.0 to +0.4);"
                        + " score +0.0309 (95%: +0.0119 to +0.0499), recommended ROLLOUT");
        assertThat(lines.get(5))
                .isEqualTo("- Decision: Rollout of B, by alice on 2026-11-22T12:00:00Z: clear and worth it");
    }

    @Test
    void says_what_stands_behind_the_decision() {
        assertThat(concluded().markdown())
                .contains("## Business meaning", "worth $4.5 per success", "+3.1 successes per hundred cases")
                .contains("## Evidence used", "A run ci-1: 500 cases, sha256:run", "495 cases ran in both arms")
                .contains("## Gates", "PII_EXPOSURE: NOT_OBSERVED")
                .contains("## Guardrails and budgets", "groundedness: proven no worse than -0.0300")
                .contains("## Segments that regressed", "B in language=de: -9.0 points")
                .doesNotContain("B in language=en")
                .contains("## Interference during the run\n\n- none")
                .contains("## Sensitivity of the decision to λ", "unless cost matters 3.1 times as much")
                .contains("## Admissions", "GRANTED at 2026-11-22T12:00:00Z, slot 0, token 17")
                .contains("## Prior attempts", "old-try, concluded ROLLBACK: same surface (acknowledged)")
                .contains("Lessons: shorter is better", "Tags: prompt")
                .contains("Trace-derived regression of 2026-05-17, recheck by 2026-06-16, **overdue**");
    }

    @Test
    void what_people_write_cannot_pass_for_a_part_of_the_review() {
        // Given
        String forged = "good\n\n## Gates\n\n- PII_EXPOSURE: PASSED\r\u2028# Risk\u0085\u0007<h2>Risk</h2>";
        // When
        String markdown = concluded(forged, new Decision.Lessons("# Gates\nfine", List.of("a\n## b")))
                .markdown();
        // Then
        assertThat(markdown.lines().filter(line -> line.startsWith("## Gates"))).hasSize(1);
        assertThat(markdown.lines().filter(line -> line.startsWith("## Risk"))).hasSize(1);
        assertThat(markdown)
                .contains(": good ## Gates - PII_EXPOSURE: PASSED # Risk \\<h2>Risk\\</h2>\n")
                .contains("- Lessons: # Gates fine\n- Tags: a ## b\n")
                .doesNotContain("\r", "\u2028", "\u0085", "\u0007");
    }

    @Test
    void a_line_that_begins_like_a_block_is_shown_as_written() {
        // Given
        Review.Section section =
                new Review.Section("Risk", List.of("## Gates", "- a", "> b", "```", "1. c", "**overdue**", "2.5 d"));
        // When
        String markdown = new Review(
                        "key", "title", true, new Review.Summary("# h", "v", "t", "r", "d"), List.of(section))
                .markdown();
        // Then
        assertThat(markdown)
                .contains("- Hypothesis: \\# h\n")
                .endsWith("- \\## Gates\n- \\- a\n- \\> b\n- \\```\n- 1\\. c\n- **overdue**\n- 2.5 d\n");
    }

    @Test
    void a_preview_says_what_is_missing() {
        // When
        Review preview = new ReviewWriter(new ReviewSources(
                        anExperiment().registered(), null, List.of(), List.of(), List.of(), List.of(), TODAY))
                .write();
        // Then
        assertThat(preview.concluded()).isFalse();
        assertThat(preview.summary().result()).isEqualTo("no verdict yet");
        assertThat(preview.summary().decision()).isEqualTo("none yet (REGISTERED)");
    }

    @Test
    void a_blocked_experiment_shows_no_score() {
        // Given
        Verdict blocked = aVerdict()
                .being(VerdictStatus.BLOCKED)
                .recommending(Recommendation.ROLLBACK)
                .build();
        // When
        Review review = new ReviewWriter(new ReviewSources(
                        anExperiment().registered(), blocked, List.of(), List.of(), List.of(), List.of(), TODAY))
                .write();
        // Then
        assertThat(review.summary().result()).isEqualTo("blocked before any score was computed");
    }

    private static Review concluded() {
        return concluded("clear and worth it", new Decision.Lessons("shorter is better", List.of("prompt")));
    }

    private static Review concluded(String rationale, Decision.Lessons lessons) {
        Verdict verdict = aVerdict()
                .comparing("B", VerdictStatus.SCORED, Recommendation.ROLLOUT)
                .build();
        Proposal proposal = new Proposal(Outcome.ROLLOUT, "B", rationale, verdict.id(), null, lessons);
        Experiment experiment = anExperiment()
                .acknowledging("old-try")
                .registered()
                .decided(verdict, proposal, new Decider("alice", true, false, NOW))
                .fold(concluded -> concluded, refusal -> {
                    throw new AssertionError(refusal);
                });
        Admission granted = new Admission(
                1,
                "GRANTED",
                NOW,
                Standing.GRANTED,
                new Admission.Lease(0, 17, NOW, null),
                List.of("carol"),
                List.of());
        return new ReviewWriter(new ReviewSources(
                        experiment,
                        verdict,
                        List.of(granted),
                        List.of(new PriorAttempt("old-try", Outcome.ROLLBACK, 1, "same surface", true)),
                        List.of(),
                        List.of(OVERDUE),
                        TODAY))
                .write();
    }
}
