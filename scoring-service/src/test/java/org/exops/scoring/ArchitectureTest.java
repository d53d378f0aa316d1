package org.exops.scoring;

import org.exops.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void has_the_shape_of_every_service() {
        ArchitectureRules.of("org.exops.scoring")
                .modelMayKnow("org.apache.commons.statistics..", "org.apache.commons.numbers..", "org.HdrHistogram..")
                .check();
    }
}
