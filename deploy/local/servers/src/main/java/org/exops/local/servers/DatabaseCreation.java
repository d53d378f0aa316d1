package org.exops.local.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Creates databases with the role that owns them, as the superuser. */
final class DatabaseCreation {
    // DDL takes no parameters: what is no plain identifier does not get into it.
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private DatabaseCreation() {}

    static Database create(Database wanted) {
        requireIdentifier(wanted.name());
        requireIdentifier(wanted.role());
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + wanted.port() + "/postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            createRole(statement, wanted);
            createDatabase(statement, wanted);
            return wanted;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + wanted.name() + " on port " + wanted.port(), e);
        }
    }

    private static void createRole(Statement statement, Database wanted) throws SQLException {
        if (isMissing(statement, "select 1 from pg_roles where rolname = '" + wanted.role() + "'")) {
            statement.execute("create role " + wanted.role() + " login");
        }
        statement.execute("alter role " + wanted.role() + " password " + statement.enquoteLiteral(wanted.password()));
    }

    private static void createDatabase(Statement statement, Database wanted) throws SQLException {
        if (isMissing(statement, "select 1 from pg_database where datname = '" + wanted.name() + "'")) {
            statement.execute("create database " + wanted.name() + " owner " + wanted.role());
        }
        statement.execute("revoke all on database " + wanted.name() + " from public");
    }

    private static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain lower-case identifier: " + name);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
