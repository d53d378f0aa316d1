package org.exops.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path folder;

    @Test
    void forgets_everything_when_it_is_emptied() throws IOException {
        Files.createDirectories(folder.resolve("postgres/data"));
        Files.writeString(folder.resolve("postgres/data/PG_VERSION"), "18");

        try (StateFolder state = StateFolder.take(folder)) {
            state.empty();

            assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("lock"));
        }
    }

    @Test
    void refuses_to_empty_a_folder_that_holds_what_others_made() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "the only copy");

        try (StateFolder state = StateFolder.take(folder)) {
            assertThatThrownBy(state::empty).isInstanceOf(StartFailure.class).hasMessageContaining("thesis.txt");

            assertThat(folder.resolve("thesis.txt")).exists();
        }
    }

    @Test
    void can_be_taken_again_once_it_was_given_up() {
        StateFolder.take(folder).close();

        try (StateFolder again = StateFolder.take(folder)) {
            assertThat(again.logs()).isDirectory();
        }
    }
}
