package org.exops.local.servers;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a server keeps its data and how it is reached.
 *
 * @param directory kept when the server closes; absent for a temporary one, which is deleted
 * @param port on 127.0.0.1; 0 for a free one, which stays the same over restarts of one instance
 * @param durable whether an acknowledged write survives a power cut; false is for tests only
 */
public record ServerSettings(@Nullable Path directory, int port, boolean durable) {

    /** Keeps its data in the directory, which is created when missing. */
    public static ServerSettings in(Path directory) {
        return new ServerSettings(directory.toAbsolutePath(), 0, true);
    }

    /** Keeps nothing: a temporary directory, gone when the server closes. */
    public static ServerSettings temporary() {
        return new ServerSettings(null, 0, true);
    }

    /** The same on a fixed port. */
    public ServerSettings onPort(int fixed) {
        return new ServerSettings(directory, fixed, durable);
    }

    /** The same without durability: faster, and a power cut may lose everything. */
    public ServerSettings withoutDurability() {
        return new ServerSettings(directory, port, false);
    }
}
