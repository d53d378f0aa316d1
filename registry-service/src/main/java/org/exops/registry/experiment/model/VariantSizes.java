package org.exops.registry.experiment.model;

import java.util.List;
import org.exops.registry.variant.model.VariantContent;
import org.exops.registry.variant.model.VariantContent.McpServer;
import org.exops.registry.variant.model.VariantContent.Step;
import org.exops.registry.variant.model.VariantContent.Tool;
import org.exops.registry.variant.model.VariantContent.Workflow;

/** How much a variant may hold, so that comparing and announcing it stays cheap. */
final class VariantSizes {
    private static final int SERVERS = 50;
    private static final int TOOLS = 500;
    private static final int STEPS = 500;
    private static final int HANDOFFS = 200;
    private static final int SCOPES = 100;
    private static final int ROUTES = 100;
    private static final int PII_CLASSES = 100;
    private static final int NAME = 200;

    private final Breaches breaches;

    VariantSizes(Breaches breaches) {
        this.breaches = breaches;
    }

    void check(VariantContent content, String pointer) {
        List<McpServer> servers = content.mcpServers();
        breaches.unlessAtMost(SERVERS, servers, pointer + "/mcpServers");
        int tools = servers.stream().mapToInt(server -> server.tools().size()).sum();
        breaches.unless(
                tools <= TOOLS,
                pointer + "/mcpServers",
                "must not have more than " + TOOLS + " tools in all; there are " + tools);
        for (int i = 0; i < servers.size(); i++) {
            check(servers.get(i), pointer + "/mcpServers/" + i);
        }
        breaches.unlessAtMost(SCOPES, content.toolScopes(), pointer + "/toolScopes");
        breaches.unlessAtMost(PII_CLASSES, content.allowedPii(), pointer + "/allowedPii");
        if (content.workflow() != null) {
            check(content.workflow(), pointer + "/workflow");
        }
        if (content.routing() != null) {
            breaches.unlessAtMost(ROUTES, content.routing().routes(), pointer + "/routing/routes");
            breaches.unlessAtMost(ROUTES, content.routing().fallbacks(), pointer + "/routing/fallbacks");
        }
    }

    private void check(McpServer server, String pointer) {
        checkName(server.name(), pointer + "/name");
        for (int i = 0; i < server.tools().size(); i++) {
            Tool tool = server.tools().get(i);
            checkName(tool.name(), pointer + "/tools/" + i + "/name");
            breaches.unlessAtMost(SCOPES, tool.scopes(), pointer + "/tools/" + i + "/scopes");
        }
    }

    private void check(Workflow workflow, String pointer) {
        breaches.unlessAtMost(STEPS, workflow.steps(), pointer + "/steps");
        for (int i = 0; i < workflow.steps().size(); i++) {
            Step step = workflow.steps().get(i);
            checkName(step.tool(), pointer + "/steps/" + i + "/tool");
            breaches.unlessAtMost(STEPS, step.after(), pointer + "/steps/" + i + "/after");
        }
        breaches.unlessAtMost(HANDOFFS, workflow.handoffs(), pointer + "/handoffs");
    }

    private void checkName(String name, String pointer) {
        breaches.unless(name.length() <= NAME, pointer, "must not be longer than " + NAME + " characters");
    }
}
