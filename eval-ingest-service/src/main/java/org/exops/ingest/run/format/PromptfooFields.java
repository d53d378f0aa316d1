package org.exops.ingest.run.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which fields of a row are read; answers, prompts and assertions are passed over without being held. */
final class PromptfooFields {
    private static final Set<String> TOKENS = Set.of(
            "tokenUsage",
            "prompt",
            "completion",
            "total",
            "completionDetails",
            "reasoning",
            "cacheReadInputTokens",
            "assertions");
    private static final Set<String> SCALARS = Set.of(
            "promptIdx",
            "testIdx",
            "success",
            "pass",
            "score",
            "latencyMs",
            "cost",
            "failureReason",
            "error",
            "traceId",
            "description");
    private static final Map<String, Set<String>> OBJECTS = Map.of(
            "provider", Set.of("id", "label"),
            "prompt", Set.of("label"),
            "response", union(TOKENS, Set.of("cost", "cached", "error")),
            "gradingResult", union(TOKENS, Set.of("pass", "componentResults", "assertion", "type", "tokensUsed")),
            "tokenUsage", TOKENS,
            "config", Set.of("description"));

    private PromptfooFields() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The row that the parser stands on. */
    static ObjectNode row(JsonParser parser, @Nullable String cluster) throws IOException {
        ObjectNode row = empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            read(row, name, parser, cluster);
        }
        return row;
    }

    /** Reads the field whose value the parser stands on, or passes over it. */
    static void read(ObjectNode row, String name, JsonParser parser, @Nullable String cluster) throws IOException {
        Set<String> inside = OBJECTS.get(name);
        if (inside != null) {
            row.set(name, Trees.read(parser, inside::contains));
        } else if (name.equals("namedScores") || name.equals("metadata")) {
            row.set(name, Trees.scalars(parser, field -> true));
        } else if (name.equals("vars")) {
            row.set(name, Trees.scalars(parser, field -> field.equals(cluster)));
        } else if (name.equals("testCase") && parser.currentToken() == JsonToken.START_OBJECT) {
            row.set(name, row(parser, cluster));
        } else if (SCALARS.contains(name) && parser.currentToken().isScalarValue()) {
            row.set(name, Trees.read(parser, field -> false));
        } else {
            parser.skipChildren();
        }
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        return Stream.concat(left.stream(), right.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
