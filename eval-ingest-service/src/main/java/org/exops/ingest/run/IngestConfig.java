package org.exops.ingest.run;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How evidence is taken in. */
@ConfigMapping(prefix = "exops.ingest")
public interface IngestConfig {
    /** Files that are read at the same time; one more is asked to come back. */
    @WithDefault("8")
    int concurrentUploads();

    /** Cases go to the log in pieces of at most this size, in JSON; at most 512K. */
    @WithDefault("384K")
    MemorySize chunkSize();

    /** Pieces of one file that may wait for their acknowledgement before reading goes on. */
    @WithDefault("4")
    int chunksInFlight();

    /** How long the log or the database may take before the sender is asked to come back. */
    @WithDefault("PT15S")
    Duration patience();

    /** What was never committed is dropped after this. */
    @WithDefault("PT1H")
    Duration uncommittedAge();

    /** Raw cases are kept this long. */
    @WithDefault("P30D")
    Duration rawRetention();

    /** Evidence for experiments that are not known yet. */
    Parking parking();

    /** How much waits, and how long. */
    interface Parking {
        @WithDefault("PT15M")
        Duration time();

        @WithDefault("64M")
        MemorySize perTeam();
    }
}
