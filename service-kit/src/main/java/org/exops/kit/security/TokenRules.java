package org.exops.kit.security;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * What a token needs beyond a good signature, issuer, audience and time: RS256 or ES256, so that an unsigned one, or one signed
 * with the public key as if it were a shared secret, never counts; and a subject, since every act has somebody who did it.
 */
@Unremovable
@ApplicationScoped
class TokenRules implements Validator {
    private static final Set<String> ALGORITHMS =
            Set.of(AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    @Override
    public @Nullable String validate(JwtContext token) throws MalformedClaimException {
        if (!token.getJoseObjects().stream()
                .allMatch(signed -> ALGORITHMS.contains(signed.getAlgorithmHeaderValue()))) {
            return "the token is not signed with RS256 or ES256";
        }
        String subject = token.getJwtClaims().getSubject();
        return subject == null || subject.isBlank() ? "the token has no subject" : null;
    }
}
