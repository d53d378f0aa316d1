package org.exops.local.servers;

/**
 * How a client reaches one database.
 *
 * @param role owner of the database, and nothing else
 */
public record Database(int port, String name, String role, String password) {

    /** Without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** For the reactive client, without credentials. */
    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/" + name;
    }
}
