package org.exops.registry.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.exops.kit.json.EventJson;
import org.exops.registry.variant.model.VariantContent;
import org.junit.jupiter.api.Test;

class VariantDigestTest {
    private static final Map<String, Object> CONTENT = Map.of(
            "prompt", Map.of("ref", "git:prompts/refund.md@7f3c1e"),
            "toolScopes", List.of("crm:read", "payments:refund"),
            "allowedPii", List.of(),
            "payload", Map.of("temperature", 0.2, "steps", List.of(1, 2, 3)),
            "mcpServers",
                    List.of(
                            server("payments", tool("refund", "payments:refund"), tool("lookup", "crm:read")),
                            server("mail", tool("send", "mail:send"))));

    @Property(tries = 200)
    void the_order_of_fields_and_sets_is_no_content(@ForAll long seed) {
        // Given
        String shuffled = EventJson.text(shuffled(CONTENT, new Random(seed)));
        // When
        String digest = digestOf(shuffled);
        // Then
        assertThat(digest).isEqualTo(digestOf(EventJson.text(CONTENT)));
    }

    @Property(tries = 200)
    void the_way_a_number_is_written_is_no_content(@ForAll @DoubleRange(min = -1e6, max = 1e6) double number) {
        // Given
        String plain = new java.math.BigDecimal(Double.toString(number)).toPlainString();
        String padded = plain.contains(".") ? plain + "00" : plain + ".0";
        String scientific = plain + "e0";
        // When, Then
        assertThat(List.of(digestOf(payload(padded)), digestOf(payload(scientific))))
                .containsOnly(digestOf(payload(plain)));
    }

    @Property(tries = 200)
    void another_number_is_other_content(
            @ForAll @DoubleRange(min = 0, max = 1) double one, @ForAll @DoubleRange(min = 2, max = 3) double other) {
        assertThat(digestOf(payload(Double.toString(one)))).isNotEqualTo(digestOf(payload(Double.toString(other))));
    }

    @Test
    void what_is_absent_is_as_if_it_were_null() {
        assertThat(
                        digestOf(
                                "{\"prompt\":{\"ref\":\"p\",\"sha256\":null},\"mcpServers\":[],\"toolScopes\":[],\"allowedPii\":[]}"))
                .isEqualTo(
                        digestOf("{\"prompt\":{\"ref\":\"p\"},\"mcpServers\":[],\"toolScopes\":[],\"allowedPii\":[]}"));
    }

    @Test
    void is_the_hash_of_the_canonical_form() {
        // Given the text that RFC 8785 makes of it
        String canonical =
                "{\"allowedPii\":[],\"mcpServers\":[],\"prompt\":{\"ref\":\"p\"},\"toolScopes\":[\"a\",\"b\"]}";
        // When
        String digest = digestOf(
                "{\"toolScopes\":[\"b\",\"a\",\"b\"],\"prompt\":{\"ref\":\"p\"},\"mcpServers\":[],\"allowedPii\":[]}");
        // Then
        assertThat(digest).isEqualTo(org.exops.kit.digest.Digest.ofText(canonical));
    }

    private static String payload(String number) {
        return "{\"prompt\":{\"ref\":\"p\"},\"payload\":{\"x\":" + number
                + "},\"mcpServers\":[],\"toolScopes\":[],\"allowedPii\":[]}";
    }

    private static String digestOf(String json) {
        return VariantDigest.of(EventJson.read(json, VariantContent.class));
    }

    private static Map<String, Object> server(String name, Object... tools) {
        return Map.of("name", name, "version", "1", "url", "https://" + name, "tools", List.of(tools));
    }

    private static Map<String, Object> tool(String name, String... scopes) {
        return Map.of(
                "name", name, "scopes", List.of(scopes), "readOnly", true, "destructive", false, "approval", "NONE");
    }

    private static final List<String> SETS = List.of("mcpServers", "tools", "scopes", "toolScopes");

    private static Object shuffled(Object json, Random random) {
        if (!(json instanceof Map<?, ?> object)) {
            return json;
        }
        List<Map.Entry<?, ?>> fields = new ArrayList<>(object.entrySet());
        java.util.Collections.shuffle(fields, random);
        Map<String, Object> shuffled = new LinkedHashMap<>();
        fields.forEach(field -> shuffled.put(
                String.valueOf(field.getKey()),
                SETS.contains(field.getKey())
                        ? shuffledSet((List<?>) field.getValue(), random)
                        : shuffled(field.getValue(), random)));
        return shuffled;
    }

    private static List<Object> shuffledSet(List<?> set, Random random) {
        List<Object> members = new ArrayList<>();
        set.forEach(member -> members.add(shuffled(member, random)));
        java.util.Collections.shuffle(members, random);
        return members;
    }
}
