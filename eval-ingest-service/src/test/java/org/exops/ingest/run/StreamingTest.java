package org.exops.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamingTest {
    private static final int MEGABYTES = 150;

    @Test
    void a_file_far_larger_than_the_heap_passes_through() throws IOException, InterruptedException {
        // Given
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process probe = new ProcessBuilder(
                        java,
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamingProbe.class.getName(),
                        String.valueOf(MEGABYTES))
                .redirectErrorStream(true)
                .start();

        // When
        String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = probe.waitFor(60, TimeUnit.SECONDS);

        // Then
        assertThat(ended).isTrue();
        assertThat(probe.exitValue()).as(said).isZero();
        assertThat(said).contains(MEGABYTES * 1_000_000L / 5_700 + " cases of ");
    }
}
