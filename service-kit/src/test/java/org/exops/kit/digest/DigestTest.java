package org.exops.kit.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void text_has_the_known_sha_256() {
        assertThat(Digest.ofText("abc"))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void json_is_digested_without_regard_to_field_order_and_number_form() throws IOException {
        // Given
        JsonNode one = new ObjectMapper().readTree("{\"a\":1.0,\"b\":[2e1,\"ü\"]}");
        JsonNode other = new ObjectMapper().readTree("{\"b\":[20,\"\\u00fc\"],\"a\":1}");
        // Then
        assertThat(Digest.ofJson(one)).isEqualTo(Digest.ofJson(other));
        assertThat(Digest.canonical(one)).asString().isEqualTo("{\"a\":1,\"b\":[20,\"ü\"]}");
    }

    @Test
    void different_json_has_a_different_digest() throws IOException {
        assertThat(Digest.ofJson(new ObjectMapper().readTree("{\"a\":1}")))
                .isNotEqualTo(Digest.ofJson(new ObjectMapper().readTree("{\"a\":2}")));
    }
}
