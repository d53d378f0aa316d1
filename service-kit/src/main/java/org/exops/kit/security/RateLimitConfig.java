package org.exops.kit.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How often one principal may ask one replica. */
@ConfigMapping(prefix = "exops.rate-limit")
interface RateLimitConfig {
    @WithDefault("true")
    boolean enabled();

    /** Requests a second, sustained. */
    @WithDefault("100")
    int perSecond();

    /** Requests at once, after a rest. */
    @WithDefault("200")
    int burst();

    /** Principals remembered at most; further ones share one allowance until others rest. */
    @WithDefault("50000")
    int principals();

    /** Path prefixes that are not limited, where a cap of its own or none is right: ingest, serving-time questions. */
    Optional<List<String>> exemptPaths();
}
