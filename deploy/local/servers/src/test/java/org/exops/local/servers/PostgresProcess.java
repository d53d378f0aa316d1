package org.exops.local.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that runs a PostgreSQL in the given directory on the given port until it is killed. */
final class PostgresProcess {
    private PostgresProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        PostgresServer server = new PostgresServer(ServerSettings.in(directory).onPort(port));
        server.start();
        Database created = server.createDatabase("registry", "registry", "secret");
        Files.writeString(directory.resolve("started"), created.name());
        new CountDownLatch(1).await();
    }
}
