package org.exops.ingest.run.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import org.exops.ingest.run.model.Reject;

/**
 * The {@code results} object. Version 3 has rows; version 2 has them too, early ones without their {@code testIdx}: then the rows
 * of its {@code table} count, whose place is their index.
 */
final class PromptfooSummary {
    private static final Set<String> HEAD = Set.of("label", "provider");

    private final ImportOptions options;
    private final PromptfooRows rows;
    private final PromptfooRun run;
    private JsonNode prompts = JsonNodeFactory.instance.arrayNode();
    private JsonNode varNames = JsonNodeFactory.instance.arrayNode();
    private boolean counted;
    private long withoutIndex;

    PromptfooSummary(ImportOptions options, PromptfooRows rows, PromptfooRun run) {
        this.options = options;
        this.rows = rows;
        this.run = run;
    }

    void read(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("version")) {
                check(Trees.read(parser, field -> false));
            } else if (name.equals("timestamp") && token == JsonToken.VALUE_STRING) {
                run.startedAt(parser.getText());
            } else if (name.equals("results") && token == JsonToken.START_ARRAY) {
                readRows(parser);
            } else if (name.equals("table") && token == JsonToken.START_OBJECT) {
                readTable(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (!counted && withoutIndex > 0) {
            rows.reject(Reject.at(
                    "/results/results",
                    "missing-test-index",
                    withoutIndex + " rows have no testIdx and there is no table"));
        }
    }

    private static void check(JsonNode version) {
        if (!version.isNumber() || version.asInt() < 2 || version.asInt() > 3) {
            throw new UnreadableFileException("results.version is %s; 2 and 3 are known".formatted(version));
        }
    }

    private void readRows(JsonParser parser) throws IOException {
        boolean tableCounts = counted;
        for (long index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new UnreadableFileException("/results/results/%d is not an object".formatted(index));
            }
            ObjectNode row = PromptfooFields.row(parser, options.cluster());
            if (tableCounts) {
                continue;
            }
            if (row.hasNonNull("testIdx")) {
                counted = true;
                rows.add(row, new PromptfooRows.Place(index + 1, "/results/results/" + index));
            } else {
                withoutIndex++;
            }
        }
        if (counted && withoutIndex > 0) {
            rows.reject(Reject.at("/results/results", "missing-test-index", withoutIndex + " rows have no testIdx"));
        }
    }

    private void readTable(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("head") && token == JsonToken.START_OBJECT) {
                readHead(parser);
            } else if (name.equals("body") && token == JsonToken.START_ARRAY && !counted) {
                readBody(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readHead(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("prompts")) {
                prompts = Trees.read(parser, HEAD::contains);
            } else if (name.equals("vars")) {
                varNames = Trees.read(parser, field -> false);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readBody(JsonParser parser) throws IOException {
        for (long index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            PromptfooTableRow row = new PromptfooTableRow(index, prompts, varNames, options.cluster());
            for (ObjectNode output : row.read(parser)) {
                counted = true;
                String pointer = "/results/table/body/%d/outputs/%d"
                        .formatted(index, output.path("promptIdx").asInt());
                rows.add(output, new PromptfooRows.Place(index + 1, pointer));
            }
        }
    }
}
