package org.exops.ingest.run.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.exops.ingest.run.model.ToolRun;

/** What the file says of the run as a whole; it may stand behind the rows. */
final class PromptfooRun {
    private final RunSink sink;
    private ToolRun known = ToolRun.of("promptfoo");

    PromptfooRun(RunSink sink) {
        this.sink = sink;
    }

    void learnTool() {
        sink.tool(known);
    }

    void startedAt(String written) {
        try {
            known = known.withStartedAt(Instant.parse(written));
        } catch (DateTimeParseException e) {
            sink.ignored("results/timestamp"); // old versions wrote local formats; when it arrived stands in for it
        }
        learnTool();
    }

    /** The top level's own fields. */
    void learn(JsonNode top) {
        String version = top.path("metadata").path("promptfooVersion").asText("");
        if (!version.isEmpty()) {
            known = known.withVersion(version);
        }
        String description = top.path("config").path("description").asText("");
        if (!description.isEmpty()) {
            known = known.withTask(description);
        }
        learnTool();
    }
}
