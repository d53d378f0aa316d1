package org.exops.kit.security;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Refuses tokens that are not signed with RS256 or ES256: an unsigned one, or one signed with the public key as if it were a
 * shared secret, never counts.
 */
@Unremovable
@ApplicationScoped
class AcceptedAlgorithms implements Validator {
    private static final Set<String> ACCEPTED =
            Set.of(AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    @Override
    public @Nullable String validate(JwtContext token) {
        return token.getJoseObjects().stream().allMatch(signed -> ACCEPTED.contains(signed.getAlgorithmHeaderValue()))
                ? null
                : "the token is not signed with RS256 or ES256";
    }
}
