package org.exops.window.surface.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurfacePathTest {

    @Test
    void is_related_to_ancestors_and_descendants_only() {
        SurfacePath agent = new SurfacePath("support/refund-agent");

        assertThat(agent.isRelatedTo(new SurfacePath("support"))).isTrue();
        assertThat(agent.isRelatedTo(new SurfacePath("support/refund-agent/tone")))
                .isTrue();
        assertThat(agent.isRelatedTo(agent)).isFalse();
        assertThat(agent.isRelatedTo(new SurfacePath("support/refund"))).isFalse();
        assertThat(agent.isRelatedTo(new SurfacePath("support/refund-agent-2"))).isFalse();
    }

    @Test
    void its_root_is_the_first_segment() {
        assertThat(new SurfacePath("support/refund-agent").root()).isEqualTo("support");
        assertThat(new SurfacePath("support").root()).isEqualTo("support");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", "a b", "a\tb", "a/\u0000"})
    void refuses_what_is_no_path(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SurfacePath(text));
    }

    @Test
    void refuses_a_limit_that_makes_no_sense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1, -1));
    }
}
