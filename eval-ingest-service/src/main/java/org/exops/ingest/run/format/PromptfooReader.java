package org.exops.ingest.run.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what promptfoo writes: its JSON with {@code results.version} 3 or 2, or JSONL with one row a line. Which of them it is
 * shows in the first object.
 */
public final class PromptfooReader implements EvalReader {
    private final ImportOptions options;

    public PromptfooReader(ImportOptions options) {
        this.options = options;
    }

    @Override
    public String format() {
        return "promptfoo";
    }

    @Override
    public void read(InputStream content, RunSink sink) throws IOException {
        try (JsonParser parser = Trees.FACTORY.createParser(content)) {
            PromptfooRows rows = new PromptfooRows(options, sink);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unrecognised();
            }
            PromptfooRun run = new PromptfooRun(sink);
            if (readDocument(parser, rows, run, 1)) {
                if (parser.nextToken() != null) {
                    throw new UnreadableFileException("something follows the document");
                }
                return;
            }
            readLines(parser, rows, run);
        } catch (JsonProcessingException e) {
            throw UnreadableFileException.of(e);
        }
    }

    private void readLines(JsonParser parser, PromptfooRows rows, PromptfooRun run) throws IOException {
        for (long line = 2; parser.nextToken() != null; line++) {
            if (parser.currentToken() != JsonToken.START_OBJECT || readDocument(parser, rows, run, line)) {
                throw new UnreadableFileException("line %d is not a row".formatted(line));
            }
        }
    }

    // Whether it was the whole eval; otherwise it was one row.
    private boolean readDocument(JsonParser parser, PromptfooRows rows, PromptfooRun run, long line)
            throws IOException {
        ObjectNode row = PromptfooFields.empty();
        boolean whole = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT && name.equals("results")) {
                new PromptfooSummary(options, rows, run).read(parser);
                whole = true;
            } else {
                PromptfooFields.read(row, name, parser, options.cluster());
            }
        }
        if (whole) {
            run.learn(row);
        } else if (isRow(row)) {
            run.learnTool();
            rows.add(row, new PromptfooRows.Place(line, null));
        } else {
            throw unrecognised();
        }
        return whole;
    }

    private static boolean isRow(JsonNode row) {
        return row.hasNonNull("testIdx") || (row.hasNonNull("provider") && row.hasNonNull("prompt"));
    }

    private static UnreadableFileException unrecognised() {
        return new UnreadableFileException(
                "the format is not recognised: promptfoo's JSON has results.results, its JSONL one row with testIdx a line");
    }
}
