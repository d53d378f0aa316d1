package org.exops.registry.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.registry.AnExperiment.BUSINESS;
import static org.exops.registry.AnExperiment.SUCCESS;
import static org.exops.registry.AnExperiment.aPrompt;
import static org.exops.registry.AnExperiment.anExperiment;
import static org.exops.registry.AnExperiment.variant;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.exops.registry.AnExperiment;
import org.exops.registry.variant.model.Approval;
import org.exops.registry.variant.model.VariantContent;
import org.exops.registry.variant.model.VariantContent.Handoff;
import org.exops.registry.variant.model.VariantContent.McpServer;
import org.exops.registry.variant.model.VariantContent.Route;
import org.exops.registry.variant.model.VariantContent.Routing;
import org.exops.registry.variant.model.VariantContent.Step;
import org.exops.registry.variant.model.VariantContent.Tool;
import org.exops.registry.variant.model.VariantContent.Workflow;
import org.exops.registry.variant.model.VariantRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigurationRulesTest {
    @Test
    void a_sound_configuration_breaks_no_rule() {
        assertThat(pointers(anExperiment())).isEmpty();
    }

    @Test
    void a_key_is_of_few_characters() {
        assertThat(ConfigurationRules.breaches("Upper_Case", anExperiment().configuration()))
                .extracting(Breach::pointer)
                .containsExactly("/key");
    }

    @Test
    void a_surface_is_a_path() {
        assertThat(pointers(anExperiment().on("support//refund"))).containsExactly("/surface");
        assertThat(pointers(anExperiment().on("support"))).isEmpty();
    }

    @Test
    void there_is_exactly_one_control() {
        assertThat(pointers(anExperiment()
                        .comparing(
                                variant("A", VariantRole.CONTROL, aPrompt("a")),
                                variant("B", VariantRole.CONTROL, aPrompt("b")))
                        .sharing(Map.of())))
                .containsExactly("/variants", "/variants");
    }

    @Test
    void variants_have_different_names_and_configure_something() {
        // Given
        VariantContent empty = new VariantContent(null, null, null, List.of(), List.of(), null, null, List.of());
        // When, Then
        assertThat(pointers(anExperiment()
                        .comparing(variant("A", VariantRole.CONTROL, empty), variant("A", VariantRole.TREATMENT, empty))
                        .sharing(Map.of("A", 0.5))))
                .containsExactly("/variants/1/name", "/variants/0", "/variants/1");
    }

    @Test
    void a_variant_holds_only_so_much() {
        // Given
        List<String> texts = IntStream.range(0, 501).mapToObj(i -> "t" + i).toList();
        List<Tool> tools = texts.stream()
                .map(name -> new Tool(name, texts.subList(0, 101), true, false, Approval.NONE, null))
                .toList();
        List<McpServer> servers = texts.stream()
                .limit(51)
                .map(name -> new McpServer(name, "1", null, "https://s", null, name.equals("t0") ? tools : List.of()))
                .toList();
        Workflow workflow = new Workflow(
                null,
                texts.stream()
                        .map(tool -> new Step(tool, tool.equals("t0") ? texts : List.of(), Approval.NONE))
                        .toList(),
                texts.stream().limit(201).map(name -> new Handoff(name, "x")).toList());
        List<Route> routes = texts.stream()
                .limit(101)
                .map(name -> new Route("p", name, null))
                .toList();
        VariantContent large = new VariantContent(
                null,
                null,
                workflow,
                servers,
                texts.subList(0, 101),
                new Routing(null, routes, routes),
                null,
                texts.subList(0, 101));
        // When
        List<String> pointers = pointers(anExperiment().comparing(aPrompt("a"), large));
        // Then
        String at = "/variants/1";
        assertThat(pointers)
                .contains(
                        at + "/mcpServers/0/tools/0/scopes",
                        at + "/toolScopes",
                        at + "/allowedPii",
                        at + "/workflow/steps",
                        at + "/workflow/steps/0/after",
                        at + "/workflow/handoffs",
                        at + "/routing/routes",
                        at + "/routing/fallbacks");
        assertThat(pointers.stream().filter((at + "/mcpServers")::equals)).hasSize(2);
    }

    @Test
    void a_name_in_a_variant_is_short() {
        // Given
        Tool tool = new Tool("t".repeat(201), List.of(), true, false, Approval.NONE, null);
        McpServer server = new McpServer("s".repeat(201), "1", null, "https://s", null, List.of(tool));
        VariantContent content = new VariantContent(
                aPrompt("a").prompt(), null, null, List.of(server), List.of(), null, null, List.of());
        // When, Then
        assertThat(pointers(anExperiment().comparing(aPrompt("a"), content)))
                .containsExactly("/variants/1/mcpServers/0/name", "/variants/1/mcpServers/0/tools/0/name");
    }

    @Test
    void only_so_many_attempts_are_acknowledged() {
        assertThat(pointers(anExperiment()
                        .acknowledging(
                                IntStream.range(0, 101).mapToObj(i -> "k" + i).toArray(String[]::new))))
                .containsExactly("/acknowledgedPriorAttempts");
    }

    @Test
    void there_is_exactly_one_target() {
        assertThat(pointers(
                        anExperiment().measuredBy(SUCCESS, named("other", MetricRole.TARGET, MetricKind.MEAN, null))))
                .containsExactly("/metrics");
    }

    @Test
    void a_guardrail_has_a_margin() {
        assertThat(pointers(anExperiment()
                        .measuredBy(SUCCESS, named("grounded", MetricRole.GUARDRAIL, MetricKind.MEAN, null))))
                .containsExactly("/metrics/1/nonInferiorityMargin");
        assertThat(pointers(anExperiment()
                        .measuredBy(SUCCESS, named("grounded", MetricRole.GUARDRAIL, MetricKind.MEAN, 0.03))))
                .isEmpty();
    }

    @Test
    void a_ratio_or_a_quantile_only_diagnoses() {
        assertThat(pointers(anExperiment()
                        .measuredBy(
                                named("ratio", MetricRole.TARGET, MetricKind.RATIO, null),
                                named("p95", MetricRole.GUARDRAIL, MetricKind.QUANTILE, 0.1),
                                named("p50", MetricRole.DIAGNOSTIC, MetricKind.QUANTILE, null))))
                .containsExactly("/metrics/0/kind", "/metrics/1/kind");
    }

    @Test
    void every_denominator_of_the_score_is_positive() {
        // Given
        Business worthless = new Business(
                "outcome", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 1.5, "alice", BUSINESS.riskEvents());
        // When, Then
        assertThat(pointers(anExperiment().worth(worthless)))
                .containsExactly(
                        "/business/valuePerSuccessUsd",
                        "/business/referenceCostUsd",
                        "/business/riskBudgetUsd",
                        "/business/minimumWorthwhileScore");
    }

    @Test
    void risk_events_have_different_names() {
        // Given
        Business twice = new Business(
                BUSINESS.outcome(),
                BUSINESS.valuePerSuccessUsd(),
                BUSINESS.referenceCostUsd(),
                BUSINESS.riskBudgetUsd(),
                0.01,
                "alice",
                List.of(
                        new Business.RiskEvent("wrong_refund", BigDecimal.TEN),
                        new Business.RiskEvent("wrong_refund", BigDecimal.ONE)));
        // When, Then
        assertThat(pointers(anExperiment().worth(twice))).containsExactly("/business/riskEvents/1/name");
    }

    @Test
    void alpha_is_an_error_rate() {
        assertThat(pointers(anExperiment().withAlpha(0))).containsExactly("/plan/alpha");
        assertThat(pointers(anExperiment().withAlpha(0.6))).containsExactly("/plan/alpha");
        assertThat(pointers(anExperiment().withAlpha(Double.NaN))).containsExactly("/plan/alpha");
        assertThat(pointers(anExperiment().withAlpha(0.5))).isEmpty();
    }

    @Test
    void a_protected_segment_is_of_a_declared_dimension() {
        assertThat(pointers(anExperiment()
                        .protecting(
                                new Plan.ProtectedSegment(Map.of("language", "de"), 0.03, 100),
                                new Plan.ProtectedSegment(Map.of("tenant", "acme"), 0.03, 100))))
                .containsExactly("/plan/protectedSegments/1/where");
    }

    @Test
    void a_segment_is_a_dimension_or_a_pair() {
        assertThat(pointers(anExperiment()
                        .cutBy(List.of(
                                List.of("a"),
                                List.of("a", "b"),
                                List.of("b", "a"),
                                List.of("a", "b", "c"),
                                List.of("a")))))
                .containsExactly("/segments/2", "/segments/3", "/segments/4");
    }

    @Test
    void traffic_leaves_something_to_the_control_and_names_treatments_only() {
        assertThat(pointers(anExperiment().sharing(Map.of("B", 1.0)))).contains("/traffic/B", "/traffic");
        assertThat(pointers(anExperiment().sharing(Map.of("A", 0.5)))).containsExactly("/traffic");
        assertThat(pointers(anExperiment().sharing(Map.of("B", 0.0)))).containsExactly("/traffic/B");
    }

    @Test
    void numbers_that_would_share_a_digest_are_refused() {
        // Given
        BigInteger large = BigInteger.TWO.pow(53).add(BigInteger.ONE);
        VariantContent payload = new VariantContent(
                aPrompt("p").prompt(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                Map.of("ids", List.of(large)),
                List.of());
        // When, Then
        assertThat(pointers(anExperiment().comparing(aPrompt("p"), payload)))
                .containsExactly("/variants/1/payload/ids/0");
    }

    @Test
    void a_server_has_an_identity_and_its_tools_have_different_names() {
        // Given
        VariantContent.Tool tool = new VariantContent.Tool(
                "t", List.of(), true, true, org.exops.registry.variant.model.Approval.NONE, "no hash");
        VariantContent nowhere = new VariantContent(
                aPrompt("p").prompt(),
                null,
                null,
                List.of(new VariantContent.McpServer("crm", "1", null, null, null, List.of(tool, tool))),
                List.of(),
                null,
                null,
                List.of());
        // When, Then
        assertThat(pointers(anExperiment().comparing(aPrompt("p"), nowhere)))
                .contains(
                        "/variants/1/mcpServers/0",
                        "/variants/1/mcpServers/0/tools/1/name",
                        "/variants/1/mcpServers/0/tools/0/destructive",
                        "/variants/1/mcpServers/0/tools/0/definitionSha256");
    }

    private static Metric named(String name, MetricRole role, MetricKind kind, @Nullable Double margin) {
        return new Metric(name, role, kind, Direction.HIGHER_IS_BETTER, Metric.Range.UNIT, 100, margin);
    }

    private static List<String> pointers(AnExperiment experiment) {
        return ConfigurationRules.breaches("a-key", experiment.configuration()).stream()
                .map(Breach::pointer)
                .toList();
    }
}
