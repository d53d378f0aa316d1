package org.exops.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "exops.outbox")
public interface OutboxConfig {
    /** Events per transaction of the relay. */
    @WithDefault("200")
    int batch();

    /** The fallback for a notification that got lost, and the pause after a failure. */
    @WithDefault("PT1S")
    Duration poll();
}
