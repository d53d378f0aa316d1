package org.exops.registry.experiment.http;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.exops.registry.experiment.http.VariantRequest.McpServerRequest;
import org.exops.registry.experiment.http.VariantRequest.ModelRequest;
import org.exops.registry.experiment.http.VariantRequest.PromptRequest;
import org.exops.registry.experiment.http.VariantRequest.RouteRequest;
import org.exops.registry.experiment.http.VariantRequest.RoutingRequest;
import org.exops.registry.experiment.http.VariantRequest.StepRequest;
import org.exops.registry.experiment.http.VariantRequest.ToolRequest;
import org.exops.registry.experiment.http.VariantRequest.WorkflowRequest;
import org.exops.registry.variant.VariantDigest;
import org.exops.registry.variant.model.Approval;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.variant.model.VariantContent;
import org.exops.registry.variant.model.VariantContent.Handoff;
import org.exops.registry.variant.model.VariantContent.McpServer;
import org.exops.registry.variant.model.VariantContent.Route;
import org.exops.registry.variant.model.VariantContent.Routing;
import org.exops.registry.variant.model.VariantContent.Step;
import org.exops.registry.variant.model.VariantContent.Tool;
import org.exops.registry.variant.model.VariantContent.Workflow;
import org.jspecify.annotations.Nullable;

/** A variant's model value with every default filled in, so that its digest says all. */
final class VariantReading {
    private VariantReading() {}

    static Variant variant(VariantRequest request) {
        VariantContent content = new VariantContent(
                prompt(request.prompt()),
                model(request.model()),
                workflow(request.workflow()),
                each(request.mcpServers(), VariantReading::server),
                orEmpty(request.toolScopes()),
                routing(request.routing()),
                request.payload(),
                orEmpty(request.allowedPii()));
        return new Variant(request.name(), request.role(), VariantDigest.of(content), content);
    }

    private static VariantContent.@Nullable Prompt prompt(@Nullable PromptRequest request) {
        return request == null ? null : new VariantContent.Prompt(request.ref(), request.sha256());
    }

    private static VariantContent.@Nullable Model model(@Nullable ModelRequest request) {
        return request == null
                ? null
                : new VariantContent.Model(request.provider(), request.name(), request.version(), request.parameters());
    }

    private static @Nullable Workflow workflow(@Nullable WorkflowRequest request) {
        return request == null
                ? null
                : new Workflow(
                        request.ref(),
                        each(request.steps(), VariantReading::step),
                        each(request.handoffs(), handoff -> new Handoff(handoff.from(), handoff.to())));
    }

    private static Step step(StepRequest request) {
        return new Step(request.tool(), orEmpty(request.after()), approval(request.approval()));
    }

    private static McpServer server(McpServerRequest request) {
        return new McpServer(
                request.name(),
                request.version(),
                request.transport(),
                request.url(),
                request.packageDigest(),
                each(request.tools(), VariantReading::tool));
    }

    private static Tool tool(ToolRequest request) {
        boolean readOnly = Objects.requireNonNullElse(request.readOnly(), false);
        return new Tool(
                request.name(),
                orEmpty(request.scopes()),
                readOnly,
                Objects.requireNonNullElse(request.destructive(), !readOnly),
                approval(request.approval()),
                request.definitionSha256());
    }

    private static Approval approval(@Nullable Approval approval) {
        return Objects.requireNonNullElse(approval, Approval.NONE);
    }

    private static @Nullable Routing routing(@Nullable RoutingRequest request) {
        return request == null
                ? null
                : new Routing(
                        request.policy(),
                        each(request.routes(), VariantReading::route),
                        each(request.fallbacks(), VariantReading::route));
    }

    private static Route route(RouteRequest request) {
        return new Route(request.provider(), request.model(), request.weight());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T, R> List<R> each(@Nullable List<T> list, Function<T, R> mapping) {
        return orEmpty(list).stream().map(mapping).toList();
    }
}
