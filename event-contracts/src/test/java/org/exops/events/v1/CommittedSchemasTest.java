package org.exops.events.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedSchemasTest {
    private static final String WRITE = "exops.schemas.write";

    @TempDir
    Path folder;

    record Small(String value) {}

    record Grown(String value, @Nullable String more) {}

    record Broken(long value) {}

    @Test
    void the_schemas_of_all_payloads_are_committed_and_only_grow() {
        Map<String, JsonNode> present = new LinkedHashMap<>();
        EventTypes.ALL.forEach(type -> present.put(Golden.name(type), EventSchemas.generate(type)));
        CommittedSchemas committed = new CommittedSchemas(
                Path.of(System.getProperty("basedir", ""), "src", "main", "resources", "schemas", "v1"));

        if (Boolean.getBoolean(WRITE)) {
            committed.write(present);
        }

        assertThat(committed.complaints(present))
                .as(
                        "A break needs a new version of the event. What merely grew is written by%n"
                                + "  mvn -pl event-contracts test -Dtest=CommittedSchemasTest -D%s=true%n"
                                + "and committed with the change, and the golden file shows it.",
                        WRITE)
                .isEmpty();
    }

    @Test
    void what_is_as_committed_is_fine() {
        committed().write(schema(Small.class));
        assertThat(committed().complaints(schema(Small.class))).isEmpty();
    }

    @Test
    void what_is_new_or_grew_is_named_until_it_is_written() {
        assertThat(committed().complaints(schema(Small.class))).containsExactly("thing has no committed schema yet");
        committed().write(schema(Small.class));
        assertThat(committed().complaints(schema(Grown.class))).containsExactly("thing grew:\n  /more is new");

        committed().write(schema(Grown.class));

        assertThat(committed().complaints(schema(Grown.class))).isEmpty();
    }

    @Test
    void a_break_is_named_and_never_written() throws Exception {
        committed().write(schema(Small.class));
        String before = Files.readString(folder.resolve("thing.json"));

        assertThat(committed().complaints(schema(Broken.class)))
                .containsExactly(
                        "thing is not backward compatible, a break:\n  break: /value was string and is integer");
        assertThatThrownBy(() -> committed().write(schema(Broken.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/value");

        assertThat(Files.readString(folder.resolve("thing.json"))).isEqualTo(before);
    }

    @Test
    void a_payload_that_is_gone_is_a_break() {
        committed().write(schema(Small.class));
        assertThat(committed().complaints(Map.of())).singleElement().asString().contains("thing", "a break");
        assertThatThrownBy(() -> committed().write(Map.of())).isInstanceOf(AssertionError.class);
    }

    private CommittedSchemas committed() {
        return new CommittedSchemas(folder);
    }

    private static Map<String, JsonNode> schema(Class<?> payload) {
        return Map.of("thing", EventSchemas.generate(payload));
    }
}
