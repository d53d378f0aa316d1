package org.exops.registry.experiment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.exops.registry.variant.model.Approval;
import org.exops.registry.variant.model.VariantRole;
import org.jspecify.annotations.Nullable;

/** A variant as people write it; at least a prompt, a model or a workflow. */
@Schema(name = "VariantRequest")
public record VariantRequest(
        @NotNull @Schema(examples = "B") String name,
        @NotNull VariantRole role,
        @Valid @Nullable PromptRequest prompt,
        @Valid @Nullable ModelRequest model,
        @Valid @Nullable WorkflowRequest workflow,
        @Nullable List<@NotNull @Valid McpServerRequest> mcpServers,
        @Nullable List<@NotBlank String> toolScopes,
        @Valid @Nullable RoutingRequest routing,

        @Schema(description = "Any JSON, served at assignment") @Nullable
        Object payload,

        @Nullable List<@NotBlank String> allowedPii) {

    /** A prompt by reference and content hash. */
    public record PromptRequest(
            @NotBlank String ref, @Nullable String sha256) {}

    /** A model with its parameters. */
    public record ModelRequest(
            @NotBlank String provider,
            @NotBlank String name,
            @Nullable String version,
            @Schema(description = "Any JSON") @Nullable Object parameters) {}

    /** The order of tool calls and who may hand over to whom. */
    public record WorkflowRequest(
            @Nullable String ref,
            @Nullable List<@NotNull @Valid StepRequest> steps,
            @Nullable List<@NotNull @Valid HandoffRequest> handoffs) {}

    /** One step; no approval if absent. */
    public record StepRequest(
            @NotBlank String tool,
            @Nullable List<@NotBlank String> after,
            @Nullable Approval approval) {}

    /** One agent may hand over to another. */
    public record HandoffRequest(
            @NotBlank String from, @NotBlank String to) {}

    /** An MCP server by its registry identity; a packageDigest or a url. */
    public record McpServerRequest(
            @NotBlank String name,
            @NotBlank String version,
            @Nullable String transport,
            @Nullable String url,
            @Nullable String packageDigest,
            @Nullable List<@NotNull @Valid ToolRequest> tools) {}

    /** A tool; it writes, destroys and needs no approval unless it says otherwise. */
    public record ToolRequest(
            @NotBlank String name,
            @Nullable List<@NotBlank String> scopes,
            @Nullable Boolean readOnly,
            @Nullable Boolean destructive,
            @Nullable Approval approval,
            @Nullable String definitionSha256) {}

    /** Which models may answer, and what they fall back to. */
    public record RoutingRequest(
            @Nullable String policy,
            @Nullable List<@NotNull @Valid RouteRequest> routes,
            @Nullable List<@NotNull @Valid RouteRequest> fallbacks) {}

    /** One model behind a route. */
    public record RouteRequest(
            @NotBlank String provider,
            @NotBlank String model,
            @PositiveOrZero @Nullable Double weight) {}
}
