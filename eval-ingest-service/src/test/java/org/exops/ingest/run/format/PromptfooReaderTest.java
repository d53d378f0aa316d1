package org.exops.ingest.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.ToolRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptfooReaderTest {
    private static final List<String> BOTH = List.of("variant-A:A", "variant-B:B");
    private static final Path SAMPLES = Path.of("../../shared/samples/promptfoo");

    @ParameterizedTest
    @ValueSource(strings = {"promptfoo-v3.json", "promptfoo.jsonl", "promptfoo-v2.json", "promptfoo-v2-table.json"})
    void reads_every_form_of_the_same_run_alike(String file) {
        // When
        Collected found = Collected.read(reader(BOTH, List.of(), null), fixture(file));

        // Then
        assertThat(found.rejects).isEmpty();
        assertThat(found.seen).hasSize(6);
        Observation solved = found.of("B", "test-0");
        assertThat(solved.status()).isEqualTo(CaseStatus.OK);
        assertThat(solved.measures().metrics())
                .containsEntry(Observation.TOOL_VERDICT, 1.0)
                .containsEntry("correctness", 1.0)
                .containsEntry("brevity", 1.0);
        assertThat(solved.measures().costUsd()).isEqualByComparingTo(new BigDecimal("0.00027"));
        assertThat(solved.measures().latency()).isEqualTo(Duration.ofMillis(154));
        assertThat(solved.grouping().segment())
                .isEqualTo(Map.of("tenant", "t1", "language", "en", "conversation", "c-1"));
        Observation failed = found.of("A", "test-1");
        assertThat(failed.status()).isEqualTo(CaseStatus.FAILED);
        assertThat(failed.measures().metrics())
                .containsEntry(Observation.TOOL_VERDICT, 0.0)
                .containsEntry("correctness", 0.0)
                .containsEntry("brevity", 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"promptfoo-v3.json", "promptfoo.jsonl", "promptfoo-v2.json", "promptfoo-v2-table.json"})
    void the_zeros_of_an_error_row_are_no_measurements(String file) {
        // When
        Observation errored =
                Collected.read(reader(BOTH, List.of(), null), fixture(file)).of("B", "test-2");

        // Then
        assertThat(errored.status()).isEqualTo(CaseStatus.ERROR);
        assertThat(errored.measures().metrics()).isEmpty();
        assertThat(errored.measures().costUsd()).isNull();
        assertThat(errored.measures().latency()).isNull();
        assertThat(errored.measures().tokens()).isEmpty();
    }

    @Test
    void rows_that_are_out_of_order_are_paired_by_their_test() {
        // When
        Collected found = Collected.read(reader(BOTH, List.of(), null), fixture("promptfoo-v3.json"));

        // Then
        assertThat(found.seen)
                .extracting(seen -> seen.identity().variant() + seen.identity().caseId())
                .containsExactly("Btest-2", "Atest-0", "Btest-0", "Atest-1", "Btest-1", "Atest-2");
    }

    @Test
    void tells_the_tool_its_version_and_when_the_run_started() {
        // When
        Collected found = Collected.read(reader(BOTH, List.of(), null), fixture("promptfoo-v3.json"));

        // Then
        ToolRun tool = Objects.requireNonNull(found.tool);
        assertThat(tool.version()).isEqualTo("0.123.1");
        assertThat(tool.startedAt()).isEqualTo(Instant.parse("2026-11-22T19:18:53.988Z"));
        assertThat(tool.task()).isEqualTo("support bot A/B");
    }

    @Test
    void a_breach_of_a_cost_or_latency_budget_is_no_failure_of_quality() {
        // Given
        String row = row(0, 0, "variant-A", """
                "success": false, "score": 0.5, "failureReason": 1, "latencyMs": 5794, "cost": 0.002,
                "gradingResult": {"pass": false, "componentResults": [
                  {"pass": false, "assertion": {"type": "latency"}}, {"pass": true, "assertion": {"type": "contains"}}]}""");
        String both = row(0, 1, "variant-A", """
                "success": false, "score": 0.3, "failureReason": 1,
                "gradingResult": {"pass": false, "componentResults": [
                  {"pass": false, "assertion": {"type": "latency"}},
                  {"pass": false, "componentResults": [{"pass": false, "assertion": {"type": "contains"}}]}]}""");

        // When
        Collected found = Collected.read(reader(List.of("*:A"), List.of(), null), row + "\n" + both);

        // Then
        assertThat(found.of("A", "test-0").status()).isEqualTo(CaseStatus.OK);
        assertThat(found.of("A", "test-0").measures().metrics()).containsEntry(Observation.TOOL_VERDICT, 1.0);
        assertThat(found.of("A", "test-1").status()).isEqualTo(CaseStatus.FAILED);
    }

    @Test
    void a_cost_of_zero_without_a_price_and_the_latency_of_a_cached_answer_are_unknown() {
        // Given
        String unpriced = row(0, 0, "variant-A", """
                "success": true, "score": 1, "failureReason": 0, "latencyMs": 120, "cost": 0, "response": {"output": "x"}""");
        String cached = row(0, 1, "variant-A", """
                "success": true, "score": 1, "failureReason": 0, "latencyMs": 1, "cost": 0,
                "response": {"output": "x", "cached": true, "cost": 0}""");
        String free = row(0, 2, "variant-A", """
                "success": true, "score": 1, "failureReason": 0, "latencyMs": 9, "cost": 0,
                "response": {"output": "x", "cost": 0}""");

        // When
        Collected found =
                Collected.read(reader(List.of("*:A"), List.of(), null), String.join("\n", unpriced, cached, free));

        // Then
        assertThat(found.of("A", "test-0").measures().costUsd()).isNull();
        assertThat(found.of("A", "test-0").measures().latency()).isEqualTo(Duration.ofMillis(120));
        assertThat(found.of("A", "test-1").measures().costUsd()).isNull();
        assertThat(found.of("A", "test-1").measures().latency()).isNull();
        assertThat(found.of("A", "test-2").measures().costUsd()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void a_cost_of_zero_in_the_old_table_is_unknown() {
        // Given
        String table = """
                {"results": {"version": 2, "table": {
                  "head": {"prompts": [{"provider": "variant-A", "label": "p"}], "vars": []},
                  "body": [{"testIdx": 0, "outputs": [{"pass": true, "score": 1, "cost": 0}], "vars": [], "test": {}}]}}}""";

        // When
        Collected found = Collected.read(reader(List.of("*:A"), List.of(), null), table);

        // Then
        assertThat(found.of("A", "test-0").measures().costUsd()).isNull();
    }

    @Test
    void a_file_means_the_same_whether_the_target_is_known_or_not() {
        // Given
        String solved = row(0, 0, "variant-A", """
                "success": true, "score": 1, "failureReason": 0, "namedScores": {"tone": 0.5}""");
        String failed = row(0, 1, "variant-A", """
                "success": false, "score": 0, "failureReason": 1, "namedScores": {"brevity": 1}""");
        String file = solved + "\n" + failed;

        for (String metric : List.of("tone:other_metric", "tone:task_success")) {
            // When
            VariantLabels labels = VariantLabels.only("A");
            Collected known = Collected.read(
                    new PromptfooReader(ImportOptions.of(labels, List.of(metric), "task_success", null)), file);
            Collected parked =
                    Collected.read(new PromptfooReader(ImportOptions.of(labels, List.of(metric), null, null)), file);

            // Then
            assertThat(targets(parked)).isEqualTo(targets(known));
        }
    }

    private static List<Optional<Double>> targets(Collected found) {
        return found.seen.stream()
                .map(seen -> Optional.ofNullable(seen.measures().target("task_success")))
                .toList();
    }

    @Test
    void repeats_of_a_test_are_trials_in_file_order() {
        // Given
        String first = row(0, 7, "variant-A", "\"success\": true, \"failureReason\": 0");
        String second = row(0, 7, "variant-A", "\"success\": false, \"failureReason\": 1");

        // When
        Collected found = Collected.read(reader(List.of("variant-A:A"), List.of(), null), first + "\n" + second);

        // Then
        assertThat(found.seen).extracting(seen -> seen.identity().trial()).containsExactly(0, 1);
    }

    @Test
    void a_score_that_is_mapped_to_the_target_takes_the_place_of_the_tools_verdict() {
        // When
        Collected mapped =
                Collected.read(reader(BOTH, List.of("correctness:task_success"), null), fixture("promptfoo-v3.json"));
        Collected other =
                Collected.read(reader(BOTH, List.of("brevity:conciseness"), null), fixture("promptfoo-v3.json"));

        // Then
        assertThat(mapped.of("A", "test-1").measures().metrics())
                .containsEntry("task_success", 0.0)
                .doesNotContainKey(Observation.TOOL_VERDICT);
        assertThat(other.of("A", "test-1").measures().metrics())
                .containsEntry("conciseness", 1.0)
                .containsEntry(Observation.TOOL_VERDICT, 0.0);
    }

    @Test
    void takes_the_cluster_from_metadata_or_vars_and_refuses_rows_without_it() {
        // When
        Collected metadata = Collected.read(reader(BOTH, List.of(), "conversation"), fixture("promptfoo-v3.json"));
        Collected vars = Collected.read(reader(BOTH, List.of(), "question"), fixture("promptfoo-v3.json"));
        Collected missing = Collected.read(reader(BOTH, List.of(), "misspelt"), fixture("promptfoo-v3.json"));

        // Then
        assertThat(metadata.of("A", "test-0").grouping().cluster()).isEqualTo("c-1");
        assertThat(vars.of("A", "test-0").grouping().cluster()).isEqualTo("Where is my order?");
        assertThat(missing.seen).isEmpty();
        assertThat(missing.rejects).hasSize(6).extracting(Reject::code).containsOnly("missing-cluster");
    }

    @Test
    void one_variant_for_a_file_with_several_is_refused() {
        assertThatThrownBy(() -> Collected.read(
                        new PromptfooReader(ImportOptions.of(VariantLabels.only("B"), List.of(), null, null)),
                        fixture("promptfoo-v3.json")))
                .isInstanceOf(SeveralLabelsException.class)
                .hasMessageContaining("variant-A")
                .hasMessageContaining("map=LABEL:VARIANT");
    }

    @Test
    void a_label_that_is_not_mapped_is_rejected_row_by_row() {
        // When
        Collected found = Collected.read(reader(List.of("variant-A:A"), List.of(), null), fixture("promptfoo-v3.json"));

        // Then
        assertThat(found.seen).hasSize(3);
        assertThat(found.rejects).hasSize(3).first().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("unmapped-label");
            assertThat(reject.pointer()).isEqualTo("/results/results/0");
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.6, 0.9, 0.999})
    void a_file_that_is_cut_is_unreadable_wherever_it_is_cut(double share) throws IOException {
        // Given
        byte[] whole = fixture("promptfoo-v3.json").readAllBytes();
        String cut = new String(whole, 0, (int) (whole.length * share), StandardCharsets.UTF_8);

        // When / Then
        assertThatThrownBy(() -> Collected.read(reader(BOTH, List.of(), null), cut))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"spec\": {}}", "not json", "{\"results\": {\"version\": 4, \"results\": []}}"})
    void what_is_not_promptfoos_is_unreadable(String content) {
        assertThatThrownBy(() -> Collected.read(reader(BOTH, List.of(), null), content))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void reads_what_the_tool_wrote() throws IOException {
        // Given
        Path file = SAMPLES.resolve("generated-0.123.1");
        Assumptions.assumeTrue(Files.isDirectory(file), "the folder of samples is not here");

        // When
        Collected json =
                Collected.read(reader(BOTH, List.of(), null), Files.newInputStream(file.resolve("results.json")));
        Collected lines =
                Collected.read(reader(BOTH, List.of(), null), Files.newInputStream(file.resolve("results.jsonl")));

        // Then
        assertThat(json.rejects).isEmpty();
        assertThat(json.seen).hasSize(16);
        assertThat(json.seen.stream().filter(seen -> seen.status() == CaseStatus.FAILED))
                .hasSize(3);
        assertThat(json.seen.stream().filter(seen -> seen.status() == CaseStatus.ERROR))
                .hasSize(1);
        assertThat(lines.seen)
                .extracting(Observation::identity)
                .containsExactlyInAnyOrderElementsOf(
                        json.seen.stream().map(Observation::identity).toList());
    }

    @Test
    void reads_the_sample_whose_only_failures_are_late_answers() throws IOException {
        // Given
        Path file = SAMPLES.resolve("sample-export.json");
        Assumptions.assumeTrue(Files.exists(file), "the folder of samples is not here");

        // When
        Collected found = Collected.read(
                reader(List.of("openai:gpt-5:A", "openai:gpt-5-mini:B"), List.of(), null), Files.newInputStream(file));

        // Then
        assertThat(found.seen).hasSize(4);
        assertThat(found.of("B", "test-0").measures().tokens()).containsEntry("judgeInputTokens", 227L);
        assertThat(found.of("B", "test-0").measures().latency()).isEqualTo(Duration.ofMillis(5794));
        assertThat(found.of("B", "test-0").status()).isEqualTo(CaseStatus.OK);
    }

    private static PromptfooReader reader(List<String> map, List<String> metrics, @Nullable String cluster) {
        return new PromptfooReader(ImportOptions.of(VariantLabels.map(map), metrics, "task_success", cluster));
    }

    private static String row(int prompt, int test, String label, String fields) {
        return """
                {"promptIdx": %d, "testIdx": %d, "provider": {"id": "file://prov.cjs", "label": "%s"}, %s}""".formatted(prompt, test, label, fields).replace("\n", " ");
    }

    private static InputStream fixture(String name) {
        return PromptfooReaderTest.class.getResourceAsStream("/promptfoo/" + name);
    }
}
