package org.exops.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Everything that a restart keeps, held by one launcher at a time. */
final class StateFolder implements AutoCloseable {
    private static final Set<String> OURS = Set.of("lock", "kafka", "logs", "postgres");

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private StateFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder, which is created when missing.
     *
     * @throws StartFailure when another launcher holds it
     */
    static StateFolder take(Path given) {
        try {
            Path root = Files.createDirectories(given.toAbsolutePath()).toRealPath();
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartFailure("Another local stack uses " + root
                        + ". Stop it, or choose another folder with --state and other ports.");
            }
            return new StateFolder(root, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + given, e);
        }
    }

    /**
     * Forgets everything but the lock.
     *
     * @throws StartFailure when the folder holds what no launcher put there: nobody loses a home by a slip of the hand
     */
    void empty() {
        refuseForeignFiles();
        try (var paths = Files.walk(root)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(root) && !path.equals(root.resolve("lock")))
                    .toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + root, e);
        }
    }

    private void refuseForeignFiles() {
        try (var children = Files.list(root)) {
            List<String> foreign = children.map(child -> child.getFileName().toString())
                    .filter(name -> !OURS.contains(name) && !name.startsWith("signing-key"))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new StartFailure("--fresh would delete " + String.join(", ", foreign) + " in " + root
                        + ", which the local stack did not make. Choose an empty folder with --state.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + root, e);
        }
    }

    Path root() {
        return root;
    }

    Path resolve(String child) {
        return root.resolve(child);
    }

    /** The folder of the logs, which exists. */
    Path logs() {
        try {
            return Files.createDirectories(root.resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the folder of the logs in " + root, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give up " + root, e);
        }
    }
}
