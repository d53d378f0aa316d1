package org.exops.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.exops.ingest.aggregate.EvidenceConfig;
import org.exops.ingest.run.IngestConfig;
import org.junit.jupiter.api.Test;

class IngestConfigTest {
    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .withMapping(IngestConfig.class)
            .withMapping(EvidenceConfig.class)
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .build();

    @Test
    void settings_have_their_defaults() {
        IngestConfig ingest = config.getConfigMapping(IngestConfig.class);

        assertThat(ingest.concurrentUploads()).isEqualTo(8);
        assertThat(ingest.chunkSize().asLongValue()).isEqualTo(384 * 1024);
        assertThat(ingest.chunksInFlight()).isEqualTo(4);
        assertThat(ingest.patience()).isEqualTo(Duration.ofSeconds(15));
        assertThat(ingest.uncommittedAge()).isEqualTo(Duration.ofHours(1));
        assertThat(ingest.rawRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(ingest.parking().time()).isEqualTo(Duration.ofMinutes(15));
        assertThat(ingest.parking().perTeam().asLongValue()).isEqualTo(64 * 1024 * 1024);
        assertThat(config.getConfigMapping(EvidenceConfig.class).publishInterval())
                .isEqualTo(Duration.ofSeconds(1));
    }
}
