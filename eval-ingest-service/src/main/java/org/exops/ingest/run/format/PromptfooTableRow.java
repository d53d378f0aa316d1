package org.exops.ingest.run.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of version 2's table: a test with one output per prompt, brought into the form of version 3's rows. */
final class PromptfooTableRow {
    private final JsonNode prompts;
    private final JsonNode varNames;
    private final @Nullable String cluster;
    private final List<ObjectNode> outputs = new ArrayList<>();
    private JsonNode testIdx;
    private JsonNode test = JsonNodeFactory.instance.objectNode();
    private JsonNode vars = JsonNodeFactory.instance.arrayNode();

    PromptfooTableRow(long index, JsonNode prompts, JsonNode varNames, @Nullable String cluster) {
        this.testIdx = LongNode.valueOf(index);
        this.prompts = prompts;
        this.varNames = varNames;
        this.cluster = cluster;
    }

    List<ObjectNode> read(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("outputs") && token == JsonToken.START_ARRAY) {
                readOutputs(parser);
            } else if (name.equals("test") && token == JsonToken.START_OBJECT) {
                test = PromptfooFields.row(parser, cluster);
            } else if (name.equals("testIdx") && token == JsonToken.VALUE_NUMBER_INT) {
                testIdx = Trees.read(parser, field -> false);
            } else if (name.equals("vars") && token == JsonToken.START_ARRAY) {
                vars = Trees.read(parser, field -> false);
            } else {
                parser.skipChildren();
            }
        }
        for (int index = 0; index < outputs.size(); index++) {
            complete(outputs.get(index), index);
        }
        return outputs;
    }

    private void readOutputs(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                outputs.add(PromptfooFields.row(parser, cluster));
            } else {
                throw new UnreadableFileException("an output of the table is not an object");
            }
        }
    }

    private void complete(ObjectNode output, int index) {
        output.set("promptIdx", IntNode.valueOf(index));
        output.set("testIdx", testIdx);
        JsonNode head = prompts.path(index);
        if (!output.hasNonNull("provider")) {
            output.set("provider", head.path("provider"));
        }
        output.set("prompt", JsonNodeFactory.instance.objectNode().set("label", head.path("label")));
        if (!output.hasNonNull("success")) {
            output.set("success", output.path("pass"));
        }
        if (!output.hasNonNull("testCase")) {
            output.set("testCase", test);
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        for (int place = 0; place < varNames.size(); place++) {
            if (varNames.path(place).asText().equals(cluster)) {
                named.set(varNames.path(place).asText(), vars.path(place));
            }
        }
        output.set("vars", named);
    }
}
