package org.exops.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.exops.kit.testing.TestServers;
import org.exops.kit.testing.Tokens;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AccessTest {
    private static final String ME = "/api/v1/doors/me";

    private static ValidatableResponse asking(String path, String token) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static Tokens alice() {
        return Tokens.of("alice").team("support").roles("experimenter");
    }

    static Stream<String> badTokens() throws JoseException {
        return Stream.of(
                "nonsense",
                alice().sign() + "x",
                alice().expired().sign(),
                alice().fromWrongIssuer().sign(),
                alice().forWrongAudience().sign(),
                alice().signWithWrongKey(),
                alice().unsigned(),
                signed("HS256", new HmacKey(Base64.getDecoder().decode(Tokens.publicKey()))),
                signed("HS256", new HmacKey(Tokens.publicKey().getBytes(StandardCharsets.US_ASCII))),
                signed("RS512", key()),
                signed("PS256", key()));
    }

    // The same claims as a good token under another algorithm.
    private static String signed(String algorithm, java.security.Key key) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload(
                new String(Base64.getUrlDecoder().decode(alice().sign().split("\\.")[1]), StandardCharsets.UTF_8));
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setDoKeyValidation(false);
        signature.setKey(key);
        return signature.getCompactSerialization();
    }

    private static PrivateKey key() {
        assertThat(alice().sign()).isNotBlank();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty("exops.test.private-key"));
            return java.security.KeyFactory.getInstance("RSA")
                    .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(encoded));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobody_is_asked_to_bring_a_token() {
        given().get(ME)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", endsWith("/unauthorized"))
                .body("instance", equalTo(ME));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_bad_token_is_refused(String token) {
        asking(ME, token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("type", endsWith("/unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/q/nowhere", "/q/healthy"})
    void an_unknown_path_is_open_to_nobody(String path) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/openapi", "/q/metrics"})
    void what_operates_a_service_is_open(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void readiness_and_health_answer_without_a_token() {
        assertThat(given().get("/q/health").statusCode()).isIn(200, 503);
        assertThat(given().get("/q/health/ready").statusCode()).isIn(200, 503);
    }

    @Test
    void a_token_without_a_role_of_ours_is_forbidden_everything() {
        asking(ME, Tokens.of("eve").team("support").roles("admin").sign())
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/forbidden"));
    }

    @Test
    void a_role_that_does_not_suffice_is_forbidden() {
        asking("/api/v1/doors/operators", alice().sign())
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/forbidden"));
    }

    @Test
    void a_role_that_suffices_is_let_in() {
        asking("/api/v1/doors/operators", Tokens.of("olga").roles("operator").sign())
                .statusCode(200);
    }

    @Test
    void the_caller_is_the_subject_with_team_and_roles() {
        asking(
                        ME,
                        Tokens.of("alice")
                                .team("support")
                                .roles("experimenter", "viewer", "admin")
                                .sign())
                .statusCode(200)
                .body("subject", equalTo("alice"))
                .body("team", equalTo("support"))
                .body("roles", containsInAnyOrder("EXPERIMENTER", "VIEWER"));
    }

    @Test
    void a_caller_without_team_has_none() {
        asking(ME, Tokens.of("olga").roles("operator").sign()).statusCode(200).body("team", equalTo(null));
    }

    @Test
    void another_team_s_resource_is_forbidden_unless_the_role_is_unbound() {
        asking("/api/v1/doors/of-team/support", alice().sign()).statusCode(200);
        asking("/api/v1/doors/of-team/sales", alice().sign()).statusCode(403).body("type", endsWith("/other-team"));
        asking("/api/v1/doors/of-team/sales", Tokens.of("bob").roles("approver").sign())
                .statusCode(200);
    }

    @Test
    void a_token_without_subject_is_refused() {
        String token = Jwt.issuer(Tokens.ISSUER)
                .audience(Tokens.AUDIENCE)
                .groups(Set.of("operator"))
                .expiresAt(Instant.now().plusSeconds(60))
                .jws()
                .sign(key());

        asking(ME, token).statusCode(401);
    }
}
