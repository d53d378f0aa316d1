package org.exops.kit.testing;

import java.util.UUID;

/** Names of databases that no other test JVM uses. */
final class DatabaseNames {
    private DatabaseNames() {}

    static String next() {
        return "test_" + UUID.randomUUID().toString().replace('-', '_');
    }
}
