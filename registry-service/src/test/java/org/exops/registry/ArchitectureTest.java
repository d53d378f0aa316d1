package org.exops.registry;

import org.exops.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_service_keeps_its_shape() {
        ArchitectureRules.of("org.exops.registry").check();
    }
}
