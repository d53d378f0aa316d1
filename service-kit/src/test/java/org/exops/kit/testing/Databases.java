package org.exops.kit.testing;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import org.exops.local.servers.Database;
import org.flywaydb.core.Flyway;

/**
 * Fresh databases on the shared server for tests without an application: with the migrations of the kit and of the module under
 * test.
 */
public final class Databases implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private final Database database;
    private final Vertx vertx;
    private final Pool pool;

    private Databases(Database database) {
        this.database = database;
        this.vertx = Vertx.vertx();
        this.pool = PgBuilder.pool(builder -> builder.with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(PgConnectOptions.fromUri(database.reactiveUrl())
                        .setUser(database.role())
                        .setPassword(database.password()))
                .using(vertx));
    }

    /** A new database, migrated. */
    public static Databases fresh() {
        Database database = RunningServers.ofThisBuild().createDatabase();
        int applied = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.role(), database.password())
                .locations("classpath:db/kit", "classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
        if (applied == 0) {
            throw new IllegalStateException("No migration on the class path");
        }
        return new Databases(database);
    }

    /** Closed with this. */
    public Pool pool() {
        return pool;
    }

    public Vertx vertx() {
        return vertx;
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    public String user() {
        return database.role();
    }

    public String password() {
        return database.password();
    }

    @Override
    public void close() {
        pool.close().chain(vertx::close).await().indefinitely();
    }
}
