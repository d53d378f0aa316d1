package org.exops.registry.experiment.kafka;

import java.util.List;
import org.exops.events.v1.Approval;
import org.exops.events.v1.VariantConfiguration;
import org.exops.events.v1.VariantRole;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.variant.model.VariantContent;
import org.exops.registry.variant.model.VariantContent.McpServer;
import org.exops.registry.variant.model.VariantContent.Route;
import org.exops.registry.variant.model.VariantContent.Tool;
import org.jspecify.annotations.Nullable;

/** A variant as its neighbours read it. */
final class VariantWriting {
    private VariantWriting() {}

    static VariantConfiguration variant(Variant variant) {
        VariantContent content = variant.content();
        return new VariantConfiguration(
                variant.name(),
                VariantRole.valueOf(variant.role().name()),
                variant.digest(),
                prompt(content.prompt()),
                model(content.model()),
                workflow(content.workflow()),
                content.mcpServers().stream().map(VariantWriting::server).toList(),
                content.toolScopes(),
                routing(content.routing()),
                content.payload(),
                content.allowedPii());
    }

    private static VariantConfiguration.@Nullable Prompt prompt(VariantContent.@Nullable Prompt prompt) {
        return prompt == null ? null : new VariantConfiguration.Prompt(prompt.ref(), prompt.sha256());
    }

    private static VariantConfiguration.@Nullable Model model(VariantContent.@Nullable Model model) {
        return model == null
                ? null
                : new VariantConfiguration.Model(model.provider(), model.name(), model.version(), model.parameters());
    }

    private static VariantConfiguration.@Nullable Workflow workflow(VariantContent.@Nullable Workflow workflow) {
        return workflow == null
                ? null
                : new VariantConfiguration.Workflow(
                        workflow.ref(),
                        workflow.steps().stream()
                                .map(step -> new VariantConfiguration.Step(
                                        step.tool(), step.after(), approval(step.approval())))
                                .toList(),
                        workflow.handoffs().stream()
                                .map(handoff -> new VariantConfiguration.Handoff(handoff.from(), handoff.to()))
                                .toList());
    }

    private static VariantConfiguration.McpServer server(McpServer server) {
        return new VariantConfiguration.McpServer(
                server.name(),
                server.version(),
                server.transport(),
                server.url(),
                server.packageDigest(),
                server.tools().stream().map(VariantWriting::tool).toList());
    }

    private static VariantConfiguration.Tool tool(Tool tool) {
        return new VariantConfiguration.Tool(
                tool.name(),
                tool.scopes(),
                tool.readOnly(),
                tool.destructive(),
                approval(tool.approval()),
                tool.definitionSha256());
    }

    private static Approval approval(org.exops.registry.variant.model.Approval approval) {
        return Approval.valueOf(approval.name());
    }

    private static VariantConfiguration.@Nullable Routing routing(VariantContent.@Nullable Routing routing) {
        return routing == null
                ? null
                : new VariantConfiguration.Routing(
                        routing.policy(), routes(routing.routes()), routes(routing.fallbacks()));
    }

    private static List<VariantConfiguration.Route> routes(List<Route> routes) {
        return routes.stream()
                .map(route -> new VariantConfiguration.Route(route.provider(), route.model(), route.weight()))
                .toList();
    }
}
