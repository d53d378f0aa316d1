package org.exops.ingest.run.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.exops.ingest.run.model.CaseStatus;
import org.junit.jupiter.api.Test;

/** The file of the first story, as the tool wrote it. */
class DemoFileTest {
    private static final Path FILE = Path.of("../deploy/local/demo/refund-prompt/promptfoo-results.json.gz");

    @Test
    void every_row_of_the_storys_file_is_read() throws IOException {
        // Given
        ImportOptions options = ImportOptions.of(
                VariantLabels.map(List.of("long-instructions:A", "short-instructions:B")),
                List.of("task_success:task_success", "groundedness:groundedness"),
                "task_success",
                "conversation");

        // When
        Collected found = Collected.read(new PromptfooReader(options), new GZIPInputStream(Files.newInputStream(FILE)));

        // Then
        assertThat(found.rejects).isEmpty();
        assertThat(found.seen).hasSize(5258);
        assertThat(found.seen.stream().map(seen -> seen.grouping().cluster()).distinct())
                .hasSize(480);
        assertThat(found.seen.stream().filter(seen -> seen.status() == CaseStatus.ERROR))
                .hasSize(21);
        assertThat(found.seen.stream().filter(seen -> seen.status() == CaseStatus.OK))
                .hasSize(4238)
                .allSatisfy(seen -> assertThat(seen.measures().metrics()).containsEntry("task_success", 1.0));
    }
}
