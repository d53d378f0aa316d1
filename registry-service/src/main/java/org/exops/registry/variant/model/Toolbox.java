package org.exops.registry.variant.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exops.registry.variant.model.VariantContent.McpServer;
import org.exops.registry.variant.model.VariantContent.Step;
import org.exops.registry.variant.model.VariantContent.Tool;

/** Every tool that a variant may call, whether a server lists it or only a workflow step names it. */
final class Toolbox {
    private final VariantContent content;

    Toolbox(VariantContent content) {
        this.content = content;
    }

    /** The approval that each tool needs in the end; where its listing and a step differ, the looser counts. */
    Map<String, Approval> approvals() {
        Map<String, Approval> approvals = new LinkedHashMap<>();
        tools().forEach(tool -> approvals.merge(tool.name(), tool.approval(), Approval::loosest));
        steps().forEach(step -> approvals.merge(step.tool(), step.approval(), Approval::loosest));
        return approvals;
    }

    /** Whether every listing of the tool declares that it only reads; a tool that nobody lists declares nothing. */
    boolean declaredReadOnly(String tool) {
        List<Tool> listings = listings(tool);
        return !listings.isEmpty() && listings.stream().allMatch(listed -> listed.readOnly() && !listed.destructive());
    }

    List<Tool> listings(String tool) {
        return tools().filter(listed -> listed.name().equals(tool)).toList();
    }

    Stream<Tool> tools() {
        return content.mcpServers().stream().map(McpServer::tools).flatMap(List::stream);
    }

    private Stream<Step> steps() {
        return content.workflow() == null ? Stream.empty() : content.workflow().steps().stream();
    }
}
