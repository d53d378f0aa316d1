package org.exops.ingest.run;

import java.util.List;
import org.exops.ingest.run.model.Observation;

/** Reads the cases of a piece that was kept as the log carried it. */
public interface RawCaseReader {
    List<Observation> read(byte[] piece);
}
