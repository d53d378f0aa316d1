package org.exops.registry.variant.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.exops.registry.variant.model.Difference.Kind;
import org.exops.registry.variant.model.Toolbox.Place;
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
        return after.approvals().keySet().stream()
                .filter(tool -> before.approval(tool).isEmpty())
                .map(tool -> new Difference(Kind.TOOL_ADDED, "adds the tool " + tool.label()));
    }

    // Another definition is another tool under an old name.
    private Stream<Difference> changedTools() {
        return kept().filter(tool -> !Objects.equals(
                        tool.before().definitionSha256(), tool.now().definitionSha256()))
                .map(tool -> new Difference(
                        Kind.TOOL_CHANGED,
                        "changes the definition of the tool " + tool.place().label()));
    }

    private Stream<Difference> scopes() {
        return kept().flatMap(tool -> added(tool.before().scopes(), tool.now().scopes())
                .map(scope -> new Difference(
                        Kind.SCOPE_ADDED,
                        "adds the scope " + scope + " to the tool "
                                + tool.place().label())));
    }

    private Stream<Kept> kept() {
        return after.listed().entrySet().stream()
                .filter(now -> before.listed().containsKey(now.getKey()))
                .map(now -> new Kept(
                        now.getKey(), Objects.requireNonNull(before.listed().get(now.getKey())), now.getValue()));
    }

    private record Kept(Place place, Tool before, Tool now) {}

    private Stream<Difference> toolScopes() {
        return added(control.toolScopes(), treatment.toolScopes())
                .map(scope -> new Difference(Kind.SCOPE_ADDED, "adds the tool scope " + scope));
    }

    private Stream<Difference> handoffs() {
        return added(handoffs(control), handoffs(treatment))
                .map(handoff -> new Difference(
                        Kind.HANDOFF_ADDED, "adds the handoff " + handoff.from() + " → " + handoff.to()));
    }

    private static List<Handoff> handoffs(VariantContent content) {
        return content.workflow() == null ? List.of() : content.workflow().handoffs();
    }

    private static <T> Stream<T> added(Collection<T> before, Collection<T> now) {
        Set<T> known = new HashSet<>(before);
        return now.stream().filter(each -> !known.contains(each));
    }

    private Stream<Difference> approvals() {
        return after.approvals().entrySet().stream()
                .flatMap(now -> before
                        .approval(now.getKey())
                        .filter(known -> now.getValue().looserThan(known))
                        .map(known -> loosened(now.getKey(), known, now.getValue()))
                        .stream());
    }

    private static Difference loosened(Place tool, Approval from, Approval to) {
        return new Difference(
                Kind.APPROVAL_LOOSENED, "loosens the approval of " + tool.label() + " from " + from + " to " + to);
    }
}
