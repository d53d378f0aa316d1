package org.exops.registry.experiment.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exops.registry.experiment.http.ExperimentRequest.ProtectedSegmentRequest;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"where": {"language": "de"}, "margin": 0.03}} as well as the short {@code {"language": "de"}}. */
final class ProtectedSegmentReader extends StdDeserializer<ProtectedSegmentRequest> {
    private static final long serialVersionUID = 1L;

    ProtectedSegmentReader() {
        super(ProtectedSegmentRequest.class);
    }

    @Override
    public ProtectedSegmentRequest deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode json = context.readTree(parser);
        if (!json.isObject()) {
            return context.reportInputMismatch(this, "must be an object");
        }
        return json.path("where").isObject()
                ? whole(json, context)
                : new ProtectedSegmentRequest(values(json, context), null, null);
    }

    private ProtectedSegmentRequest whole(JsonNode json, DeserializationContext context) throws IOException {
        Double margin = null;
        Long minimumN = null;
        for (Iterator<Map.Entry<String, JsonNode>> fields = json.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            switch (field.getKey()) {
                case "where" -> {}
                case "margin" -> margin = number(field.getValue(), context);
                case "minimumN" -> minimumN = count(field.getValue(), context);
                default -> context.reportInputMismatch(this, "there is no field \"" + field.getKey() + "\" here");
            }
        }
        return new ProtectedSegmentRequest(values(json.path("where"), context), margin, minimumN);
    }

    private @Nullable Double number(JsonNode value, DeserializationContext context) throws IOException {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? value.doubleValue() : context.reportInputMismatch(this, "must be a number");
    }

    private @Nullable Long count(JsonNode value, DeserializationContext context) throws IOException {
        if (value.isNull()) {
            return null;
        }
        return value.canConvertToLong() && value.isIntegralNumber()
                ? value.longValue()
                : context.reportInputMismatch(this, "must be a whole number");
    }

    private Map<String, String> values(JsonNode json, DeserializationContext context) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = json.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getValue().isTextual()) {
                return context.reportInputMismatch(this, "\"" + field.getKey() + "\" must be a text");
            }
            values.put(field.getKey(), field.getValue().textValue());
        }
        return values;
    }
}
