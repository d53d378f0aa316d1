package org.exops.events.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exact configuration of an agent.
 *
 * @param digest {@code sha256:} + hex over the canonical JSON (RFC 8785) of the content
 * @param payload any JSON, served at assignment
 * @param allowedPii classes of personal data that are no finding
 */
public record VariantConfiguration(
        String name,
        VariantRole role,
        String digest,
        @Nullable Prompt prompt,
        @Nullable Model model,
        @Nullable Workflow workflow,
        List<McpServer> mcpServers,
        List<String> toolScopes,
        @Nullable Routing routing,
        @Nullable Object payload,
        List<String> allowedPii) {

    /** A prompt by reference and content hash. */
    public record Prompt(String ref, @Nullable String sha256) {}

    /** A model with its parameters (any JSON object). */
    public record Model(
            String provider,
            String name,
            @Nullable String version,
            @Nullable Object parameters) {}

    /** The order of tool calls and who may hand over to whom. */
    public record Workflow(@Nullable String ref, List<Step> steps, List<Handoff> handoffs) {}

    /**
     * One step of a workflow.
     *
     * @param after tools that must have been called before
     */
    public record Step(String tool, List<String> after, Approval approval) {}

    /** One agent may hand over to another. */
    public record Handoff(String from, String to) {}

    /** An MCP server by its registry identity. */
    public record McpServer(
            String name,
            String version,
            @Nullable String transport,
            @Nullable String url,
            @Nullable String packageDigest,
            List<Tool> tools) {}

    /**
     * A tool as the variant uses it.
     *
     * @param definitionSha256 hex over the canonical JSON of its definition
     */
    public record Tool(
            String name,
            List<String> scopes,
            boolean readOnly,
            boolean destructive,
            Approval approval,
            @Nullable String definitionSha256) {}

    /** Which models may answer, with weights, and what they fall back to. */
    public record Routing(@Nullable String policy, List<Route> routes, List<Route> fallbacks) {}

    /** One model behind a route. */
    public record Route(
            String provider, String model, @Nullable Double weight) {}
}
