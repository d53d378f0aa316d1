package org.exops.ingest.run.format;

import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunHeader;
import org.exops.ingest.run.model.ToolRun;

/** Takes what a reader finds, as it finds it. */
public interface RunSink {
    /** Once, before the first case, by formats that carry a header of ours. */
    void header(RunHeader header);

    /** Whenever the reader has learned more about the tool's run; the last call holds. */
    void tool(ToolRun tool);

    void add(Observation seen);

    void reject(Reject reject);

    /** A field that nothing reads. */
    void ignored(String field);
}
