package org.exops.registry.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.registry.AnExperiment.aPrompt;
import static org.exops.registry.AnExperiment.anExperiment;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exops.registry.variant.model.Approval;
import org.exops.registry.variant.model.SideEffects;
import org.exops.registry.variant.model.VariantContent;
import org.exops.registry.variant.model.VariantContent.Handoff;
import org.exops.registry.variant.model.VariantContent.McpServer;
import org.exops.registry.variant.model.VariantContent.Step;
import org.exops.registry.variant.model.VariantContent.Tool;
import org.exops.registry.variant.model.VariantContent.Workflow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RiskAssessmentTest {
    private static final Tool LOOKUP = new Tool("crm.lookup", List.of("crm:read"), true, false, Approval.NONE, "d1");
    private static final Tool REFUND = new Tool("refund", List.of("pay"), false, true, Approval.HUMAN, "d2");

    private final RiskAssessment trusting = new RiskAssessment(new SideEffects(true));
    private final RiskAssessment strict = new RiskAssessment(new SideEffects(false));

    @Test
    void a_prompt_that_adds_nothing_is_low() {
        assertThat(trusting.assess(anExperiment().configuration()).tier()).isEqualTo(RiskTier.LOW);
    }

    @Test
    void a_workflow_starts_at_elevated() {
        assertThat(trusting.assess(anExperiment().changing(Target.WORKFLOW).configuration()))
                .isEqualTo(Risk.derived(
                        RiskTier.ELEVATED, List.of(new Reason("TARGET_WORKFLOW", "WORKFLOW starts at ELEVATED."))));
    }

    @Test
    void an_added_tool_goes_one_tier_up() {
        // When
        Risk risk = trusting.assess(
                anExperiment().comparing(tools(REFUND), tools(REFUND, LOOKUP)).configuration());
        // Then
        assertThat(risk.tier()).isEqualTo(RiskTier.ELEVATED);
        assertThat(risk.reasons()).extracting(Reason::code).containsExactly("TARGET_PROMPT", "TOOL_ADDED");
    }

    @Test
    void an_added_server_goes_one_tier_up() {
        assertThat(codes(trusting, content(List.of(), null), tools(LOOKUP)))
                .containsExactly("TARGET_PROMPT", "SERVER_ADDED", "TOOL_ADDED");
    }

    @Test
    void an_added_scope_goes_one_tier_up() {
        // Given
        Tool wider = new Tool("crm.lookup", List.of("crm:read", "crm:all"), true, false, Approval.NONE, "d1");
        // When, Then
        assertThat(codes(trusting, tools(LOOKUP), tools(wider))).containsExactly("TARGET_PROMPT", "SCOPE_ADDED");
    }

    @Test
    void an_added_handoff_goes_one_tier_up() {
        // Given
        Workflow handing = new Workflow(null, List.of(), List.of(new Handoff("triage", "refund")));
        // When, Then
        assertThat(codes(trusting, content(List.of(), null), content(List.of(), handing)))
                .containsExactly("TARGET_PROMPT", "HANDOFF_ADDED");
    }

    @Test
    void a_loosened_approval_goes_one_tier_up() {
        // Given
        Tool looser = new Tool("refund", List.of("pay"), false, true, Approval.POLICY, "d2");
        // When, Then
        assertThat(codes(trusting, tools(REFUND), tools(looser))).containsExactly("TARGET_PROMPT", "APPROVAL_LOOSENED");
    }

    @Test
    void another_definition_of_a_tool_goes_one_tier_up() {
        // Given
        Tool changed = new Tool("refund", List.of("pay"), false, true, Approval.HUMAN, "d3");
        // When, Then
        assertThat(codes(trusting, tools(REFUND), tools(changed))).containsExactly("TARGET_PROMPT", "TOOL_CHANGED");
    }

    @Test
    void a_tool_that_only_another_server_had_is_an_addition() {
        // Given
        McpServer mail = new McpServer("mail", "1.0", null, "https://mail", null, List.of());
        McpServer mailWithRefund = new McpServer("mail", "1.0", null, "https://mail", null, List.of(REFUND));
        VariantContent control = content(List.of(server(REFUND), mail), null);
        // When, Then
        assertThat(codes(trusting, control, content(List.of(server(REFUND), mailWithRefund), null)))
                .containsExactly("TARGET_PROMPT", "TOOL_ADDED");
    }

    @Test
    void a_scope_that_the_same_tool_of_another_server_had_is_an_addition() {
        // Given
        Tool wider = new Tool("crm.lookup", List.of("crm:all", "crm:read"), true, false, Approval.NONE, "d1");
        McpServer all = new McpServer("all", "1.0", null, "https://all", null, List.of(wider));
        // When, Then
        assertThat(codes(
                        trusting,
                        content(List.of(all, server(LOOKUP)), null),
                        content(List.of(all, server(wider)), null)))
                .containsExactly("TARGET_PROMPT", "SCOPE_ADDED");
    }

    @Test
    void an_approval_is_loosened_server_by_server() {
        // Given
        Tool looser = new Tool("refund", List.of("pay"), false, true, Approval.POLICY, "d2");
        McpServer other = new McpServer("other", "1.0", null, "https://other", null, List.of(looser));
        // When, Then
        assertThat(codes(
                        trusting,
                        content(List.of(server(REFUND), other), null),
                        content(List.of(server(looser), other), null)))
                .containsExactly("TARGET_PROMPT", "APPROVAL_LOOSENED");
    }

    @Test
    void a_tool_that_the_control_names_in_a_step_only_is_an_addition_once_a_server_lists_it() {
        // Given
        Workflow stepping = new Workflow(null, List.of(new Step("refund", List.of(), Approval.HUMAN)), List.of());
        // When, Then
        assertThat(codes(trusting, content(List.of(server()), stepping), content(List.of(server(REFUND)), stepping)))
                .containsExactly("TARGET_PROMPT", "TOOL_ADDED");
    }

    @Test
    void a_step_loosens_the_tool_of_its_name_on_every_server() {
        // Given
        McpServer other = new McpServer("other", "1.0", null, "https://other", null, List.of(REFUND));
        Workflow looser = new Workflow(null, List.of(new Step("refund", List.of(), Approval.POLICY)), List.of());
        // When, Then
        assertThat(codes(
                        trusting,
                        content(List.of(server(REFUND), other), null),
                        content(List.of(server(REFUND), other), looser)))
                .containsExactly("TARGET_PROMPT", "APPROVAL_LOOSENED", "APPROVAL_LOOSENED");
    }

    @Test
    void where_steps_and_tools_differ_the_looser_approval_counts() {
        // Given
        Workflow unapproved = new Workflow(null, List.of(new Step("refund", List.of(), Approval.NONE)), List.of());
        VariantContent content = content(List.of(server(REFUND)), unapproved);
        // When
        Risk risk = trusting.assess(anExperiment().comparing(content, content).configuration());
        // Then
        assertThat(risk.tier()).isEqualTo(RiskTier.HIGH);
        assertThat(risk.reasons()).extracting(Reason::code).containsExactly("TARGET_PROMPT", "UNAPPROVED_SIDE_EFFECT");
    }

    @Test
    void a_tool_that_writes_without_approval_is_high() {
        // Given
        Tool writing = new Tool("note", List.of(), false, false, Approval.NONE, null);
        // When, Then
        assertThat(trusting.assess(anExperiment()
                                .comparing(tools(writing), tools(writing))
                                .configuration())
                        .tier())
                .isEqualTo(RiskTier.HIGH);
    }

    @Test
    void a_declaration_counts_only_where_declarations_are_trusted() {
        // Given
        Configuration reading =
                anExperiment().comparing(tools(LOOKUP), tools(LOOKUP)).configuration();
        // When, Then
        assertThat(trusting.assess(reading).tier()).isEqualTo(RiskTier.LOW);
        assertThat(strict.assess(reading).tier()).isEqualTo(RiskTier.HIGH);
    }

    @Test
    void a_tool_that_only_a_step_names_has_declared_nothing() {
        // Given
        Workflow stepping = new Workflow(null, List.of(new Step("search", List.of(), Approval.NONE)), List.of());
        VariantContent content = content(List.of(), stepping);
        // When, Then
        assertThat(trusting.assess(anExperiment().comparing(content, content).configuration())
                        .tier())
                .isEqualTo(RiskTier.HIGH);
    }

    @Test
    void what_an_operator_raised_outlives_a_later_derivation() {
        // Given
        Risk.Floor floor = new Risk.Floor(RiskTier.HIGH, new Reason("RAISED_BY_OPERATOR", "a peak week"));
        // When
        Risk risk = Risk.derived(RiskTier.LOW, List.of()).keeping(floor);
        // Then
        assertThat(risk.tier()).isEqualTo(RiskTier.HIGH);
        assertThat(risk.reasons()).containsExactly(floor.reason());
        assertThat(Risk.derived(RiskTier.LOW, List.of()).keeping(risk.floor())).isEqualTo(risk);
    }

    @Property(tries = 300)
    void adding_to_a_treatment_never_lowers_the_tier(
            @ForAll List<Approval> approvals, @ForAll boolean trust, @ForAll boolean workflow, @ForAll Approval added) {
        // Given
        List<Tool> tools = new ArrayList<>();
        for (int i = 0; i < Math.min(approvals.size(), 5); i++) {
            tools.add(new Tool("t" + i, List.of(), i % 2 == 0, false, approvals.get(i), null));
        }
        VariantContent control = tools(tools.toArray(Tool[]::new));
        List<Tool> more = new ArrayList<>(tools);
        more.add(new Tool("added", List.of(), true, false, added, null));
        AnExperimentOf experiment = new AnExperimentOf(workflow ? Target.WORKFLOW : Target.PROMPT, control);
        RiskAssessment assessment = new RiskAssessment(new SideEffects(trust));
        // When
        RiskTier before = assessment.assess(experiment.against(control)).tier();
        RiskTier after = assessment
                .assess(experiment.against(tools(more.toArray(Tool[]::new))))
                .tier();
        // Then
        assertThat(after).isGreaterThanOrEqualTo(before);
        assertThat(after).isNotEqualTo(RiskTier.LOW);
    }

    @Property(tries = 200)
    void mistrust_never_lowers_the_tier(@ForAll List<Approval> approvals, @ForAll boolean readOnly) {
        // Given
        List<Tool> tools = new ArrayList<>();
        for (int i = 0; i < Math.min(approvals.size(), 5); i++) {
            tools.add(new Tool("t" + i, List.of(), readOnly, false, approvals.get(i), null));
        }
        VariantContent content = tools(tools.toArray(Tool[]::new));
        Configuration configuration = anExperiment().comparing(content, content).configuration();
        // When, Then
        assertThat(strict.assess(configuration).tier())
                .isGreaterThanOrEqualTo(trusting.assess(configuration).tier());
    }

    private record AnExperimentOf(Target target, VariantContent control) {
        Configuration against(VariantContent treatment) {
            return anExperiment().changing(target).comparing(control, treatment).configuration();
        }
    }

    private static List<String> codes(RiskAssessment assessment, VariantContent control, VariantContent treatment) {
        Risk risk =
                assessment.assess(anExperiment().comparing(control, treatment).configuration());
        assertThat(risk.tier()).isEqualTo(RiskTier.ELEVATED);
        return risk.reasons().stream().map(Reason::code).toList();
    }

    private static VariantContent tools(Tool... tools) {
        return content(List.of(server(tools)), null);
    }

    private static McpServer server(Tool... tools) {
        return new McpServer("crm", "1.0", null, "https://crm", null, List.of(tools));
    }

    private static VariantContent content(List<McpServer> servers, @Nullable Workflow workflow) {
        return new VariantContent(aPrompt("p").prompt(), null, workflow, servers, List.of(), null, null, List.of());
    }
}
