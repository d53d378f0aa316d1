package org.exops.kit.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Admits every caller that has at least one role of ours. The settings apply it to every path that they do not open, so that a
 * new endpoint is never open by accident.
 */
@ApplicationScoped
class AnyRolePolicy implements HttpSecurityPolicy {
    @Override
    public String name() {
        return "any-role";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return identity.map(AnyRolePolicy::check);
    }

    // A denial would end an anonymous request with an empty body; a failure reaches the problem mappers.
    private static CheckResult check(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (identity.getRoles().stream().noneMatch(group -> Role.ofGroup(group).isPresent())) {
            throw new ForbiddenException();
        }
        return CheckResult.PERMIT;
    }
}
