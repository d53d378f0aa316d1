package org.exops.window.surface.model;

import org.jspecify.annotations.Nullable;

/**
 * A place where experiments contend.
 *
 * @param team its owner; absent until an operator sets it or a first team is granted on it
 * @param lastToken the newest fencing token; 0 before the first
 */
public record Surface(SurfacePath path, @Nullable String team, Limit limit, long lastToken) {

    public Surface ownedBy(String owner) {
        return new Surface(path, owner, limit, lastToken);
    }

    public Surface limitedTo(Limit newLimit) {
        return new Surface(path, team, newLimit, lastToken);
    }

    /** The same surface after it gave out {@code lastToken + 1}. */
    public Surface withNextToken() {
        return new Surface(path, team, limit, lastToken + 1);
    }
}
