package org.exops.ingest.run.format;

import java.io.IOException;
import java.io.InputStream;

/** Reads one eval tool's file as a stream: what it holds at any time does not grow with the file. */
public interface EvalReader {
    /** The format's name in the API. */
    String format();

    /**
     * Reads to the end.
     *
     * @throws UnreadableFileException where the content is cut or is not of this format
     * @throws IOException when the sender went away
     */
    void read(InputStream content, RunSink sink) throws IOException;
}
