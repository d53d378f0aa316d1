package org.exops.ingest.run.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunHeader;
import org.exops.ingest.run.model.Violation;

/** A run as one document of at most 16 MiB. Its fields may stand in any order, so it is held and read twice. */
public final class JsonRunReader implements EvalReader {
    private static final String CASES = "cases";

    @Override
    public String format() {
        return "exops-json";
    }

    @Override
    public void read(InputStream content, RunSink sink) throws IOException {
        byte[] document = content.readAllBytes();
        try {
            RunHeader header = header(document);
            sink.header(header);
            readCases(document, new CaseForm(Objects.requireNonNull(header.variant()), sink));
        } catch (JsonProcessingException e) {
            throw UnreadableFileException.of(e);
        }
    }

    private static RunHeader header(byte[] document) throws IOException {
        try (JsonParser parser = Trees.FACTORY.createParser(document)) {
            if (parser.nextToken() == null) {
                throw new UnreadableFileException("the body is empty");
            }
            RunHeader header = HeaderForm.read(Trees.read(parser, field -> !field.equals(CASES)));
            if (parser.nextToken() != null) {
                throw new UnreadableFileException("something follows the document");
            }
            return header;
        }
    }

    private static void readCases(byte[] document, CaseForm form) throws IOException {
        try (JsonParser parser = Trees.FACTORY.createParser(document)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean cases = parser.currentName().equals(CASES);
                JsonToken value = parser.nextToken();
                if (!cases) {
                    parser.skipChildren();
                } else if (value == JsonToken.START_ARRAY) {
                    readArray(parser, form);
                    return;
                } else {
                    throw new InvalidHeaderException(true, List.of(new Violation("/cases", "must be an array")));
                }
            }
        }
        throw new InvalidHeaderException(false, List.of(new Violation("/cases", "is required")));
    }

    private static void readArray(JsonParser parser, CaseForm form) throws IOException {
        for (long index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            form.read(Trees.read(parser, field -> true), new Element(index));
        }
    }

    private record Element(long index) implements CaseForm.Place {
        @Override
        public long line() {
            return index + 1;
        }

        @Override
        public Reject reject(String field, String code, String text) {
            return Reject.at("/cases/" + index + (field.isEmpty() ? "" : "/" + field), code, text);
        }
    }
}
