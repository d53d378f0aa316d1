package org.exops.ingest.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exops.ingest.run.model.CaseStatus;
import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunHeader;
import org.exops.ingest.run.model.Tally;
import org.exops.ingest.run.model.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFormatsTest {
    private static final String HEADER = """
            {"experiment": "refund-agent-prompt-7", "variant": "B", "runId": "ci-4711", "evalSet": {"name": "refunds", "version": "12"}}
            """;

    @Test
    void reads_every_field_of_a_case() {
        // When
        Collected found = Collected.read(new NdjsonReader(), HEADER + """
                {"caseId": "c-001", "trial": 2, "cluster": "conversation-17", "segment": {"tenant": "acme", "language": "de"}, \
                "metrics": {"task_success": 1, "groundedness": 0.92, "absent": null}, "costUsd": 0.0123, "latency": "PT1.84S", \
                "inputTokens": 812, "outputTokens": 94, "riskEvents": {"wrong_refund": 0}, "traceId": "abc"}
                """);

        // Then
        assertThat(found.header).isEqualTo(new RunHeader("refund-agent-prompt-7", "B", "ci-4711", "refunds@12", null));
        assertThat(found.rejects).isEmpty();
        Observation seen = found.of("B", "c-001");
        assertThat(seen.line()).isEqualTo(2);
        assertThat(seen.identity().trial()).isEqualTo(2);
        assertThat(seen.status()).isEqualTo(CaseStatus.OK);
        assertThat(seen.grouping())
                .isEqualTo(new Observation.Grouping("conversation-17", Map.of("tenant", "acme", "language", "de")));
        assertThat(seen.measures())
                .isEqualTo(new Observation.Measures(
                        Map.of("task_success", 1.0, "groundedness", 0.92),
                        new BigDecimal("0.0123"),
                        Duration.ofMillis(1840),
                        Map.of("inputTokens", 812L, "outputTokens", 94L),
                        Map.of("wrong_refund", 0L)));
        assertThat(seen.traceId()).isEqualTo("abc");
    }

    @Test
    void a_document_may_name_its_cases_before_its_experiment() {
        // When
        Collected found = Collected.read(new JsonRunReader(), """
                {"cases": [{"caseId": "c-1", "status": "FAILED"}, {"caseId": "c-2"}], "variant": "A", "experiment": "e"}""");

        // Then
        assertThat(found.of("A", "c-1").status()).isEqualTo(CaseStatus.FAILED);
        assertThat(found.rejects)
                .containsExactly(Reject.at("/cases/1/metrics", "required", "metrics or status is required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"metrics\": {\"m\": 1}} | required",
                "{\"caseId\": \"c\"} | required",
                "{\"caseId\": \"\", \"status\": \"OK\"} | invalid-case-id",
                "{\"caseId\": 7, \"status\": \"OK\"} | wrong-type",
                "{\"caseId\": \"c\", \"status\": \"GOOD\"} | wrong-type",
                "{\"caseId\": \"c\", \"metrics\": {\"m\": \"1\"}} | wrong-type",
                "{\"caseId\": \"c\", \"metrics\": {\"m\": 1e300}} | invalid-metrics",
                "{\"caseId\": \"c\", \"metrics\": {\"@target\": 1}} | invalid-metrics",
                "{\"caseId\": \"c\", \"status\": \"OK\", \"trial\": -1} | invalid-trial",
                "{\"caseId\": \"c\", \"status\": \"OK\", \"trial\": 1.5} | wrong-type",
                "{\"caseId\": \"c\", \"status\": \"OK\", \"costUsd\": -0.1} | invalid-cost",
                "{\"caseId\": \"c\", \"status\": \"OK\", \"latency\": \"1.8\"} | wrong-type",
                "{\"caseId\": \"c\", \"status\": \"OK\", \"latency\": \"-PT1S\"} | invalid-latency",
                "{\"caseId\": \"c\", \"status\": \"OK\", \"inputTokens\": -1} | invalid-count",
                "{\"caseId\": \"c\", \"status\": \"OK\", \"segment\": [1]} | wrong-type",
                "{\"caseId\": \"nul\\u0000\", \"status\": \"OK\"} | invalid-case-id",
                "{\"caseId\": \"half\\ud800\", \"status\": \"OK\"} | invalid-case-id",
                "[1] | wrong-type",
            })
    void a_case_that_breaks_a_rule_is_rejected_alone(String written, String code) {
        // When
        Collected found =
                Collected.read(new NdjsonReader(), HEADER + written + "\n{\"caseId\": \"good\", \"status\": \"OK\"}\n");

        // Then
        assertThat(found.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo(code);
            assertThat(reject.line()).isEqualTo(2);
        });
        assertThat(found.seen).hasSize(1);
    }

    @Test
    void a_field_of_a_case_that_nothing_reads_is_named() {
        // When
        Collected found = Collected.read(
                new NdjsonReader(), HEADER + "{\"caseId\": \"c\", \"status\": \"OK\", \"costUSD\": 1}\n");

        // Then
        assertThat(found.ignored).containsExactly("cases/costUSD");
    }

    @ParameterizedTest
    @CsvSource({"traceId, invalid-trace-id", "riskEvents, invalid-count"})
    void text_of_any_length_is_no_part_of_a_case(String field, String code) {
        // Given
        String text = "x".repeat(300);
        String value = field.equals("traceId") ? "\"" + text + "\"" : "{\"" + text + "\": 1}";

        // When
        Collected found = Collected.read(
                new NdjsonReader(),
                HEADER + "{\"caseId\": \"c\", \"status\": \"OK\", \"%s\": %s}\n".formatted(field, value));

        // Then
        assertThat(found.seen).isEmpty();
        assertThat(found.rejects).extracting(Reject::code).containsExactly(code);
    }

    @Test
    void what_is_told_of_a_reject_and_of_an_ignored_field_is_short_and_can_be_stored() {
        // Given
        String text = "\0" + "\uD83D\uDE00".repeat(300);
        Tally.Counter counter = new Tally.Counter();

        // When
        counter.reject(Reject.at("/" + text, "wrong-type", text + " must be a number"));
        counter.ignore(text);

        // Then
        Tally tally = counter.result();
        Reject reject = tally.rejected().get(0);
        assertThat(List.of(
                        reject.text(),
                        Objects.requireNonNull(reject.pointer()),
                        tally.ignoredFields().iterator().next()))
                .allSatisfy(shown -> assertThat(shown)
                        .doesNotContain("\0")
                        .endsWith("\uD83D\uDE00")
                        .satisfies(it -> assertThat(it.codePoints().count()).isEqualTo(256)));
    }

    @Test
    void metrics_that_are_all_null_leave_the_case_unscored() {
        // When
        Collected found =
                Collected.read(new NdjsonReader(), HEADER + "{\"caseId\": \"c\", \"metrics\": {\"m\": null}}\n");

        // Then
        assertThat(found.of("B", "c").status()).isEqualTo(CaseStatus.UNSCORED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"experiment\": \"e\", \"variant\": \"A\", \"evalset\": \"x\"} | /evalset | true",
                "{\"experiment\": 1, \"variant\": \"A\"} | /experiment | true",
                "{\"experiment\": \"e\"} | /variant | false",
                "{\"experiment\": \"e\", \"variant\": \"A\", \"evalSet\": {\"name\": \"x\"}} | /evalSet/version | false",
                "{\"experiment\": \"e\", \"variant\": \"A\", \"startedAt\": \"today\"} | /startedAt | true",
            })
    void a_wrong_header_names_its_field(String header, String pointer, boolean shape) {
        assertThatThrownBy(() -> Collected.read(new NdjsonReader(), header))
                .asInstanceOf(type(InvalidHeaderException.class))
                .satisfies(refused -> {
                    assertThat(refused.isShape()).isEqualTo(shape);
                    assertThat(refused.violations())
                            .extracting(Violation::pointer)
                            .containsExactly(pointer);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"caseId\": \"c\", \"status\": \"OK\"}\n{\"caseId\": \"d\", \"sta",
                "{\"caseId\": \"c\", \"status\": \"OK\"}\n}{",
                "{\"caseId\": \"c\", status: \"OK\"}",
            })
    void lines_that_are_no_json_make_the_whole_unreadable(String lines) {
        assertThatThrownBy(() -> Collected.read(new NdjsonReader(), HEADER + lines))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"experiment\": \"e\", \"variant\": \"A\", \"cases\": [{", "{} {}"})
    void a_document_that_is_cut_or_doubled_is_unreadable(String document) {
        assertThatThrownBy(() -> Collected.read(new JsonRunReader(), document))
                .isInstanceOfAny(UnreadableFileException.class, InvalidHeaderException.class);
    }
}
