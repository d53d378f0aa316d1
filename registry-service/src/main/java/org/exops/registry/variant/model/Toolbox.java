package org.exops.registry.variant.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.exops.registry.variant.model.VariantContent.McpServer;
import org.exops.registry.variant.model.VariantContent.Step;
import org.exops.registry.variant.model.VariantContent.Tool;
import org.jspecify.annotations.Nullable;

/** Every tool that a variant may call, whether a server lists it or only a workflow step names it; indexed once. */
final class Toolbox {
    private final Map<Place, Tool> listed = new LinkedHashMap<>();
    private final Map<Place, Approval> approvals = new LinkedHashMap<>();
    private final Map<String, Approval> loosestByName = new LinkedHashMap<>();

    Toolbox(VariantContent content) {
        Map<String, Approval> steps = new LinkedHashMap<>();
        if (content.workflow() != null) {
            for (Step step : content.workflow().steps()) {
                steps.merge(step.tool(), step.approval(), Approval::loosest);
            }
        }
        for (McpServer server : content.mcpServers()) {
            for (Tool tool : server.tools()) {
                Approval step = steps.getOrDefault(tool.name(), tool.approval());
                listed.put(new Place(server.name(), tool.name()), tool);
                allow(new Place(server.name(), tool.name()), Approval.loosest(tool.approval(), step));
            }
        }
        steps.forEach((tool, approval) -> {
            if (!loosestByName.containsKey(tool)) {
                allow(new Place(null, tool), approval);
            }
        });
    }

    private void allow(Place place, Approval approval) {
        approvals.put(place, approval);
        loosestByName.merge(place.tool(), approval, Approval::loosest);
    }

    /**
     * The approval that each tool needs in the end. A step names no server: where it differs from a listing, the looser
     * counts, on every server that lists the name.
     */
    Map<Place, Approval> approvals() {
        return Collections.unmodifiableMap(approvals);
    }

    /** The approval here of a tool of another variant; one that no server lists there is matched by its name alone. */
    Optional<Approval> approval(Place place) {
        return Optional.ofNullable(place.server() == null ? loosestByName.get(place.tool()) : approvals.get(place));
    }

    Map<Place, Tool> listed() {
        return Collections.unmodifiableMap(listed);
    }

    /** Whether the listing declares that it only reads; a tool that nobody lists declares nothing. */
    boolean declaredReadOnly(Place place) {
        Tool tool = listed.get(place);
        return tool != null && tool.readOnly() && !tool.destructive();
    }

    /**
     * Where a tool is: the same name on another server is other code with other rights.
     *
     * @param server absent when only a step names the tool
     */
    record Place(@Nullable String server, String tool) {
        String label() {
            return server == null ? tool : tool + " of " + server;
        }
    }
}
