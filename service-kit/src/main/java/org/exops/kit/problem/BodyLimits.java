package org.exops.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/**
 * How large a request body may be, in bytes. Vert.x reads no more than {@code quarkus.http.limits.max-body-size}, so a service
 * that takes a larger body somewhere raises that one too.
 */
@ConfigMapping(prefix = "exops.body-limit")
interface BodyLimits {
    /** Where no rule says otherwise. */
    @WithDefault("256K")
    MemorySize standard();

    /** Exceptions by name; the longest path prefix that fits wins, one with a fitting media type before one without. */
    Map<String, Rule> rules();

    /** A larger or smaller limit for some requests. */
    interface Rule {
        String pathPrefix();

        /** Without parameters, as {@code application/x-ndjson}. */
        Optional<String> mediaType();

        MemorySize size();
    }
}
