package org.exops.local.launcher.token;

import io.smallrye.jwt.build.Jwt;
import java.time.Clock;
import java.time.Instant;

/** Signs what an OIDC provider would sign elsewhere. */
public final class LocalTokens {
    /** Who has signed, as the services expect it. */
    public static final String ISSUER = "https://exops.local";

    private static final String AUDIENCE = "exops";

    private final SigningKey key;
    private final Clock clock;

    public LocalTokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** A JWT that the services of this stack take until it expires. */
    public String sign(TokenRequest request) {
        Instant now = clock.instant();
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(request.user())
                .groups(request.roles())
                .claim("team", request.team())
                .issuedAt(request.timeToLive().isNegative() ? now.plus(request.timeToLive()) : now)
                .expiresAt(now.plus(request.timeToLive()))
                .sign(key.privateKey());
    }
}
