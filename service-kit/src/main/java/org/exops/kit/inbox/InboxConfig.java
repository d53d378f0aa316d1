package org.exops.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often handling is tried. */
@ConfigMapping(prefix = "exops.inbox")
public interface InboxConfig {
    /** Further attempts before an event that fails by itself becomes a dead letter. */
    @WithDefault("3")
    int retries();

    /** The first pause between attempts; it doubles. */
    @WithDefault("PT0.2S")
    Duration pause();

    /** The longest pause while a neighbour is away. */
    @WithDefault("PT5S")
    Duration longestPause();
}
