package dev.rowan.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that accepts connections, known by the JDBC URL of a database that an administrator may log in to. The URL
 * carries user and password. Immutable.
 */
record ServerAddress(String url) {
    private static final Pattern URL = Pattern.compile("(jdbc:\\w+://[^/?]+)(?:/[^?]*)?(\\?.*)?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    ServerAddress {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "expected a JDBC URL such as jdbc:postgresql://host:5432/database?user=name, got: " + url);
        }
    }

    /** The server that a person names in an environment variable; empty where the variable is not set. */
    static Optional<ServerAddress> fromEnvironment(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(ServerAddress::new);
    }

    /**
     * Replaces a database by an empty one and returns its URL. The prefix keeps a person's own databases out of reach.
     *
     * @throws IllegalArgumentException if the name is not made of lower-case letters, digits and underscores
     */
    String newDatabase(String name, String dropOptions) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("expected a database name like " + NAME + ", got: " + name);
        }
        String database = "rowan_" + name;
        execute("drop database if exists " + database + dropOptions, "create database " + database);
        return urlOf(database);
    }

    /** Whether an administrator can log in now. */
    boolean answers() {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String urlOf(String database) {
        Matcher parts = URL.matcher(url);
        parts.matches();
        return parts.group(1) + "/" + database
                + Optional.ofNullable(parts.group(2)).orElse("");
    }

    private void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the test server did not run: " + String.join("; ", statements), failure);
        }
    }
}
