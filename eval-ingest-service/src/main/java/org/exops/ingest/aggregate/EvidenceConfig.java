package org.exops.ingest.aggregate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How aggregates are published. */
@ConfigMapping(prefix = "exops.evidence")
public interface EvidenceConfig {
    /** An experiment's snapshots are at least this far apart; the last one is made up for. */
    @WithDefault("PT1S")
    Duration publishInterval();
}
