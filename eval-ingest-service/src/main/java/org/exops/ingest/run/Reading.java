package org.exops.ingest.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.exops.ingest.run.format.EvalReader;
import org.exops.ingest.run.format.InvalidHeaderException;
import org.exops.ingest.run.format.JsonRunReader;
import org.exops.ingest.run.format.RunSink;
import org.exops.ingest.run.format.SeveralLabelsException;
import org.exops.ingest.run.format.UnreadableFileException;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.problem.Violation;

/** Reads a file, and says as a refusal what is wrong with it as a whole. */
final class Reading {
    private Reading() {}

    static void read(EvalReader reader, InputStream content, RunSink sink) {
        try {
            reader.read(content, sink);
        } catch (UnreadableFileException e) {
            // A document is a request like any other; what is streamed is a file.
            ProblemType type =
                    reader instanceof JsonRunReader ? ProblemType.MALFORMED_JSON : ProblemType.UNREADABLE_FILE;
            throw new ProblemException(type, e.getMessage() + "; nothing of it counts");
        } catch (SeveralLabelsException e) {
            throw ProblemException.at(ProblemType.INVALID_VALUE, "/variant", String.valueOf(e.getMessage()));
        } catch (InvalidHeaderException e) {
            List<Violation> violations = e.violations().stream()
                    .map(violation -> new Violation(violation.pointer(), violation.message()))
                    .toList();
            ProblemType type = e.isShape() ? ProblemType.INVALID_SHAPE : ProblemType.INVALID_VALUE;
            throw new ProblemException(type, "The run's own fields are not as they must be", violations);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemType.UNREADABLE_FILE, "The body ended before it was whole; nothing of it counts");
        }
    }
}
