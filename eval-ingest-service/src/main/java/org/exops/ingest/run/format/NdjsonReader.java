package org.exops.ingest.run.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunHeader;

/** A run as lines: its header first, then one case a line. */
public final class NdjsonReader implements EvalReader {
    @Override
    public String format() {
        return "exops-ndjson";
    }

    @Override
    public void read(InputStream content, RunSink sink) throws IOException {
        try (JsonParser parser = Trees.FACTORY.createParser(content)) {
            if (parser.nextToken() == null) {
                throw new UnreadableFileException("line 1: the header line is missing");
            }
            RunHeader header = HeaderForm.read(Trees.read(parser, field -> true));
            sink.header(header);
            CaseForm form = new CaseForm(Objects.requireNonNull(header.variant()), sink);
            while (parser.nextToken() != null) {
                Line place = new Line(parser.currentTokenLocation().getLineNr());
                form.read(Trees.read(parser, field -> true), place);
            }
        } catch (JsonProcessingException e) {
            throw UnreadableFileException.of(e);
        }
    }

    private record Line(long line) implements CaseForm.Place {
        @Override
        public Reject reject(String field, String code, String text) {
            return Reject.atLine(line, code, text);
        }
    }
}
