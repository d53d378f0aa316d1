package org.exops.kit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token in the making, good for the application under test unless one of the defects is asked for:
 * {@code Tokens.of("alice").team("support").roles("experimenter").sign()}.
 */
public final class Tokens {
    /** Who issues the tokens that the services trust. */
    public static final String ISSUER = "https://exops.local";

    /** For whom the tokens are. */
    public static final String AUDIENCE = "exops";

    private final String subject;
    private final @Nullable String team;
    private final Set<String> roles;
    private final String issuer;
    private final String audience;
    private final Duration validity;

    private Tokens(
            String subject,
            @Nullable String team,
            Set<String> roles,
            String issuer,
            String audience,
            Duration validity) {
        this.subject = subject;
        this.team = team;
        this.roles = Set.copyOf(roles);
        this.issuer = issuer;
        this.audience = audience;
        this.validity = validity;
    }

    /** For a user without team and roles. */
    public static Tokens of(String subject) {
        return new Tokens(subject, null, Set.of(), ISSUER, AUDIENCE, Duration.ofHours(1));
    }

    /** What {@code quarkus.oidc.public-key} must be for these tokens to be good. */
    public static String publicKey() {
        return SigningKeys.publicKey();
    }

    public Tokens team(String name) {
        return new Tokens(subject, name, roles, issuer, audience, validity);
    }

    public Tokens roles(String... names) {
        return new Tokens(subject, team, Set.of(names), issuer, audience, validity);
    }

    /** Expired an hour ago. */
    public Tokens expired() {
        return new Tokens(subject, team, roles, issuer, audience, Duration.ofHours(-1));
    }

    public Tokens fromWrongIssuer() {
        return new Tokens(subject, team, roles, "https://elsewhere.example", audience, validity);
    }

    public Tokens forWrongAudience() {
        return new Tokens(subject, team, roles, issuer, "something-else", validity);
    }

    /** The token, signed with the key that the application under test trusts. */
    public String sign() {
        return sign(SigningKeys.privateKey());
    }

    /** The token, signed with a key that nobody knows. */
    public String signWithWrongKey() {
        return sign(SigningKeys.generate().getPrivate());
    }

    /** The token with {@code "alg":"none"} and no signature. */
    public String unsigned() {
        String signed = sign();
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"typ\":\"JWT\",\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + signed.substring(signed.indexOf('.'), signed.lastIndexOf('.') + 1);
    }

    private String sign(PrivateKey key) {
        // The clock of the machine: the application checks against it.
        Instant now = Instant.now();
        Instant end = now.plus(validity);
        JwtClaimsBuilder claims = Jwt.issuer(issuer)
                .subject(subject)
                .upn(subject)
                .audience(audience)
                .groups(roles)
                .issuedAt(end.isBefore(now) ? end.minus(Duration.ofHours(1)) : now)
                .expiresAt(end);
        if (team != null) {
            claims = claims.claim("team", team);
        }
        return claims.jws().sign(key);
    }
}
