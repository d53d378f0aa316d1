package org.exops.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file in which a running PostgreSQL says who it is; its first line is the process id. */
final class PostmasterFile {
    private PostmasterFile() {}

    static long pid(Path server) {
        Path file = server.resolve("data").resolve("postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(file).get(0).trim());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL runs and has no " + file, e);
        }
    }
}
