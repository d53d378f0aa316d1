package org.exops.registry.experiment.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.exops.registry.experiment.http.ExperimentRequest.SegmentRequest;

/** Reads {@code "language"} as well as {@code ["language", "channel"]}. */
final class SegmentReader extends StdDeserializer<SegmentRequest> {
    private static final long serialVersionUID = 1L;

    SegmentReader() {
        super(SegmentRequest.class);
    }

    @Override
    public SegmentRequest deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode json = context.readTree(parser);
        if (json.isTextual()) {
            return new SegmentRequest(List.of(json.textValue()));
        }
        List<String> dimensions = new ArrayList<>();
        for (JsonNode dimension : json) {
            if (!json.isArray() || !dimension.isTextual()) {
                return context.reportInputMismatch(this, "must be a text or a list of texts");
            }
            dimensions.add(dimension.textValue());
        }
        return json.isArray()
                ? new SegmentRequest(dimensions)
                : context.reportInputMismatch(this, "must be a text or a list of texts");
    }
}
