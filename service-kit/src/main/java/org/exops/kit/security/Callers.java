package org.exops.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells who calls in the present request; ask before the first asynchronous step. */
@ApplicationScoped
public class Callers {
    private static final String TEAM = "team";

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller current() {
        var roles = identity.getRoles().stream()
                .map(Role::ofGroup)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        return identity.getPrincipal() instanceof JsonWebToken token
                ? new Caller(token.getSubject(), team(token), roles)
                : new Caller(identity.getPrincipal().getName(), identity.getAttribute(TEAM), roles);
    }

    private static @Nullable String team(JsonWebToken token) {
        return token.<Object>getClaim(TEAM) instanceof String team && !team.isBlank() ? team : null;
    }
}
