package org.exops.local.launcher.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {
    @TempDir
    Path state;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void prints_one_token_that_the_public_key_of_the_stack_verifies() throws Exception {
        assertThat(run("--user", "alice", "--team", "support", "--roles", "viewer,experimenter"))
                .isZero();

        String[] parts = printed().split("\\.");
        assertThat(verified(parts)).isTrue();
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(claims.getString("iss")).isEqualTo("https://exops.local");
        assertThat(claims.getString("aud")).isEqualTo("exops");
        assertThat(claims.getString("sub")).isEqualTo("alice");
        assertThat(claims.getString("team")).isEqualTo("support");
        assertThat(claims.getJsonArray("groups"))
                .containsExactlyInAnyOrderElementsOf(
                        new JsonArray().add("viewer").add("experimenter"));
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(12 * 3600);
    }

    @Test
    void a_token_can_have_expired_already() {
        assertThat(run("--user", "a", "--team", "t", "--roles", "viewer", "--ttl", "-PT1H"))
                .isZero();

        JsonObject claims = new JsonObject(
                new String(Base64.getUrlDecoder().decode(printed().split("\\.")[1]), StandardCharsets.UTF_8));
        assertThat(claims.getLong("exp")).isLessThanOrEqualTo(claims.getLong("iat"));
    }

    @Test
    void the_key_is_made_once_and_only_its_owner_may_read_it() throws IOException {
        String first = SigningKey.in(state).publicKey();

        assertThat(SigningKey.in(state).publicKey()).isEqualTo(first);
        try (var files = Files.list(state)) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--team t --roles viewer | --user is required. Try --help.",
                "--user a --team t --roles boss | There is no role boss, only approver, experimenter, ingestor, operator, viewer",
                "--user a --team t --roles viewer --ttl 12h | --ttl takes an ISO-8601 duration such as PT12H, not 12h",
                "--user a --team t --role viewer | Unknown option --role. Try --help.",
                "--user a --team | --team takes a value."
            })
    void says_what_is_wrong_and_prints_no_token(String line, String complaint) {
        assertThat(run(line.split(" "))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(complaint);
        assertThat(printed()).isEmpty();
    }

    private int run(String... arguments) {
        return TokenCommand.run(List.of(arguments), state, new PrintStream(out), new PrintStream(err));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private boolean verified(String[] parts) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(SigningKey.in(state).publicKey());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
