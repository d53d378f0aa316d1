package org.exops.kit.security;

import java.util.Set;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Who asks: the token's subject, its team if it has one, and its roles. */
public record Caller(String subject, @Nullable String team, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Approvers and operators act for every team. */
    public boolean isBoundToTeam() {
        return !has(Role.APPROVER) && !has(Role.OPERATOR);
    }

    /** Whether this caller is of {@code team}, whatever its roles. */
    public boolean isOf(String owner) {
        return owner.equals(team);
    }

    /** Fails with 403 {@code other-team} unless the caller is of {@code owner} or is not bound to a team. */
    public void requireTeam(String owner) {
        if (isBoundToTeam()) {
            requireOwnTeam(owner);
        }
    }

    /** Fails with 403 {@code other-team} unless the caller is of {@code owner}, approvers and operators too. */
    public void requireOwnTeam(String owner) {
        if (!isOf(owner)) {
            throw new ProblemException(ProblemType.OTHER_TEAM, "This belongs to team \"" + owner + "\"");
        }
    }

    /** The team that something this caller creates belongs to; fails with 403 {@code forbidden} for a token without one. */
    public String ownTeam() {
        if (team == null) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The token has no team claim");
        }
        return team;
    }
}
