package org.exops.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directory of one server, held by one process at a time; a temporary one is deleted when closed. */
final class ServerDirectory implements AutoCloseable {
    private final Path root;
    private final boolean temporary;
    private final FileChannel channel;
    private final FileLock lock;

    private ServerDirectory(Path root, boolean temporary, FileChannel channel, FileLock lock) {
        this.root = root;
        this.temporary = temporary;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the given directory, or a new temporary one; fails when another process holds it. */
    static ServerDirectory take(@Nullable Path given, String name) {
        try {
            Path root = given == null
                    ? Files.createTempDirectory("exops-" + name + "-")
                    : Files.createDirectories(given).toRealPath();
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new IllegalStateException("Another process uses " + root);
            }
            return new ServerDirectory(root, given == null, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the directory of " + name, e);
        }
    }

    Path resolve(String child) {
        return root.resolve(child);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
            if (temporary) {
                deleteAll();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give up " + root, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException alreadyInThisProcess) {
            return null;
        }
    }

    private void deleteAll() throws IOException {
        List<Path> deepestFirst;
        try (var paths = Files.walk(root)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException | NoSuchFileException vanished) {
            // A server that is still going down removes its own files under the walk: the system's cleaner has the
            // rest.
            return;
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
