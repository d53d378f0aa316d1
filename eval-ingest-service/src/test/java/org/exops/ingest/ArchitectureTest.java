package org.exops.ingest;

import org.exops.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_service_has_the_shape_of_the_house() {
        ArchitectureRules.of("org.exops.ingest")
                .modelMayKnow("org.HdrHistogram..")
                .check();
    }
}
