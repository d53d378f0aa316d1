package org.exops.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class RateLimitConfigTest {
    @Test
    void allows_100_a_second_and_200_at_once_if_nothing_is_set() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(RateLimitConfig.class)
                .build()
                .getConfigMapping(RateLimitConfig.class);

        assertThat(config.enabled()).isTrue();
        assertThat(config.perSecond()).isEqualTo(100);
        assertThat(config.burst()).isEqualTo(200);
        assertThat(config.principals()).isEqualTo(50_000);
        assertThat(config.exemptPaths()).isEmpty();
    }
}
