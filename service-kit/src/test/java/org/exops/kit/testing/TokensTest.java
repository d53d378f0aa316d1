package org.exops.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Tokens ALICE = Tokens.of("alice").team("support").roles("experimenter", "viewer");

    @Test
    void a_token_says_who_and_is_signed_with_the_published_key() throws Exception {
        String token = ALICE.sign();

        assertThat(isGood(token)).isTrue();
        JsonNode claims = claims(token);
        assertThat(claims.get("sub").asText()).isEqualTo("alice");
        assertThat(claims.get("team").asText()).isEqualTo("support");
        assertThat(claims.get("groups"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("experimenter", "viewer");
        assertThat(claims.get("iss").asText()).isEqualTo("https://exops.local");
        assertThat(claims.get("aud").toString()).contains("exops");
        assertThat(expiry(token)).isAfter(Instant.now());
    }

    @Test
    void each_defect_is_one_defect() throws Exception {
        assertThat(expiry(ALICE.expired().sign())).isBefore(Instant.now());
        assertThat(isGood(ALICE.expired().sign())).isTrue();
        assertThat(claims(ALICE.fromWrongIssuer().sign()).get("iss").asText()).isNotEqualTo(Tokens.ISSUER);
        assertThat(claims(ALICE.forWrongAudience().sign()).get("aud").toString())
                .doesNotContain("exops");
        assertThat(isGood(ALICE.signWithWrongKey())).isFalse();
        assertThat(ALICE.unsigned()).endsWith(".");
        assertThat(claims(ALICE.unsigned()).get("sub").asText()).isEqualTo("alice");
    }

    private static boolean isGood(String token) throws Exception {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(Tokens.publicKey())));
        int end = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }

    private static Instant expiry(String token) throws Exception {
        return Instant.ofEpochSecond(claims(token).get("exp").asLong());
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper()
                .readTree(
                        Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'))));
    }
}
