package org.exops.registry.variant.model;

import java.util.List;

/**
 * Which tools of a variant may change something without anybody's approval.
 *
 * @param trustDeclared whether a tool that declares to be read-only is taken at its word; otherwise every tool counts as
 *     destructive, since nobody has vouched for it
 */
public record SideEffects(boolean trustDeclared) {

    /** The tools with their servers, in order of appearance. */
    public List<String> unapproved(VariantContent content) {
        Toolbox toolbox = new Toolbox(content);
        return toolbox.approvals().entrySet().stream()
                .filter(tool -> tool.getValue() == Approval.NONE)
                .filter(tool -> !(trustDeclared && toolbox.declaredReadOnly(tool.getKey())))
                .map(tool -> tool.getKey().label())
                .toList();
    }
}
