package org.exops.registry.variant.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.exops.registry.variant.model.Difference.Kind;
import org.exops.registry.variant.model.VariantContent.Handoff;
import org.exops.registry.variant.model.VariantContent.Tool;

/** A treatment held against its control: what it may reach or do that the control may not. */
public final class Comparison {
    private final VariantContent control;
    private final VariantContent treatment;
    private final Toolbox before;
    private final Toolbox after;

    public Comparison(VariantContent control, VariantContent treatment) {
        this.control = control;
        this.treatment = treatment;
        this.before = new Toolbox(control);
        this.after = new Toolbox(treatment);
    }

    /** Everything that grew, in a fixed order. */
    public List<Difference> differences() {
        return Stream.of(servers(), tools(), changedTools(), scopes(), toolScopes(), handoffs(), approvals())
                .flatMap(differences -> differences)
                .toList();
    }

    private Stream<Difference> servers() {
        return treatment.mcpServers().stream()
                .filter(server -> control.mcpServers().stream().noneMatch(server::sameAs))
                .map(server -> new Difference(
                        Kind.SERVER_ADDED, "adds the MCP server " + server.name() + "@" + server.version()));
    }

    private Stream<Difference> tools() {
        Map<String, Approval> known = before.approvals();
        return after.approvals().keySet().stream()
                .filter(tool -> !known.containsKey(tool))
                .map(tool -> new Difference(Kind.TOOL_ADDED, "adds the tool " + tool));
    }

    // Another definition is another tool under an old name.
    private Stream<Difference> changedTools() {
        return after.tools()
                .filter(tool -> isListedBefore(tool) && !isDefinedBefore(tool))
                .map(tool -> new Difference(Kind.TOOL_CHANGED, "changes the definition of the tool " + tool.name()));
    }

    private boolean isListedBefore(Tool tool) {
        return !before.listings(tool.name()).isEmpty();
    }

    private boolean isDefinedBefore(Tool tool) {
        return before.listings(tool.name()).stream()
                .anyMatch(listed -> Objects.equals(listed.definitionSha256(), tool.definitionSha256()));
    }

    private Stream<Difference> scopes() {
        return after.tools()
                .filter(this::isListedBefore)
                .flatMap(tool -> tool.scopes().stream()
                        .filter(scope -> !hadScope(tool, scope))
                        .map(scope -> new Difference(
                                Kind.SCOPE_ADDED, "adds the scope " + scope + " to the tool " + tool.name())));
    }

    private boolean hadScope(Tool tool, String scope) {
        return before.listings(tool.name()).stream()
                .anyMatch(listed -> listed.scopes().contains(scope));
    }

    private Stream<Difference> toolScopes() {
        return treatment.toolScopes().stream()
                .filter(scope -> !control.toolScopes().contains(scope))
                .map(scope -> new Difference(Kind.SCOPE_ADDED, "adds the tool scope " + scope));
    }

    private Stream<Difference> handoffs() {
        List<Handoff> known = handoffs(control);
        return handoffs(treatment).stream()
                .filter(handoff -> !known.contains(handoff))
                .map(handoff -> new Difference(
                        Kind.HANDOFF_ADDED, "adds the handoff " + handoff.from() + " → " + handoff.to()));
    }

    private static List<Handoff> handoffs(VariantContent content) {
        return content.workflow() == null ? List.of() : content.workflow().handoffs();
    }

    private Stream<Difference> approvals() {
        Map<String, Approval> known = before.approvals();
        return after.approvals().entrySet().stream()
                .filter(now -> known.containsKey(now.getKey()) && now.getValue().looserThan(known.get(now.getKey())))
                .map(now -> new Difference(
                        Kind.APPROVAL_LOOSENED,
                        "loosens the approval of " + now.getKey() + " from " + known.get(now.getKey()) + " to "
                                + now.getValue()));
    }
}
