package org.exops.registry.variant.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One exact configuration in its normal form: defaults filled in and sets sorted, so that equal configurations are equal
 * values and have one digest.
 *
 * @param payload any JSON, as maps, lists and scalars
 * @param allowedPii classes of personal data that are no finding
 */
public record VariantContent(
        @Nullable Prompt prompt,
        @Nullable Model model,
        @Nullable Workflow workflow,
        List<McpServer> mcpServers,
        List<String> toolScopes,
        @Nullable Routing routing,
        @Nullable Object payload,
        List<String> allowedPii) {

    public VariantContent {
        mcpServers = sorted(mcpServers, McpServer::name);
        toolScopes = asSet(toolScopes);
        allowedPii = List.copyOf(allowedPii);
    }

    /** Whether it says what answers at all. */
    public boolean configuresSomething() {
        return prompt != null || model != null || workflow != null;
    }

    private static List<String> asSet(Collection<String> values) {
        return values.stream().distinct().sorted().toList();
    }

    private static <T> List<T> sorted(List<T> values, Function<T, String> name) {
        return values.stream().sorted(Comparator.comparing(name)).toList();
    }

    /** A prompt by reference and content hash. */
    public record Prompt(String ref, @Nullable String sha256) {}

    /** A model with its parameters (any JSON). */
    public record Model(
            String provider,
            String name,
            @Nullable String version,
            @Nullable Object parameters) {}

    /** The order of tool calls and who may hand over to whom. */
    public record Workflow(@Nullable String ref, List<Step> steps, List<Handoff> handoffs) {
        public Workflow {
            steps = List.copyOf(steps);
            handoffs = List.copyOf(handoffs);
        }
    }

    /**
     * One step of a workflow.
     *
     * @param after tools that must have been called before
     */
    public record Step(String tool, List<String> after, Approval approval) {
        public Step {
            after = List.copyOf(after);
        }
    }

    /** One agent may hand over to another. */
    public record Handoff(String from, String to) {}

    /** An MCP server by its registry identity. */
    public record McpServer(
            String name,
            String version,
            @Nullable String transport,
            @Nullable String url,
            @Nullable String packageDigest,
            List<Tool> tools) {
        public McpServer {
            tools = sorted(tools, Tool::name);
        }

        // A version, address or package of its own is another server: what answers there is other code.
        boolean sameAs(McpServer other) {
            return name.equals(other.name)
                    && version.equals(other.version)
                    && Objects.equals(url, other.url)
                    && Objects.equals(packageDigest, other.packageDigest);
        }
    }

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
            @Nullable String definitionSha256) {
        public Tool {
            scopes = asSet(scopes);
        }
    }

    /** Which models may answer, and what they fall back to. */
    public record Routing(@Nullable String policy, List<Route> routes, List<Route> fallbacks) {
        public Routing {
            routes = List.copyOf(routes);
            fallbacks = List.copyOf(fallbacks);
        }
    }

    /** One model behind a route. */
    public record Route(
            String provider, String model, @Nullable Double weight) {}
}
