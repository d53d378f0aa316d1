package org.exops.registry.experiment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How risk is derived. */
@ConfigMapping(prefix = "exops.risk")
public interface RiskConfig {

    /** Whether a tool that nobody has vouched for is taken at its own word about being read-only. */
    @WithDefault("false")
    boolean trustDeclared();
}
