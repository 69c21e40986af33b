package dev.rowan.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server of this JVM's tests, started by the first call and stopped at exit. Its text sorts by bytes and
 * its time zone is UTC. {@code ROWAN_TEST_POSTGRES_URL} names another server to use instead, as the JDBC URL of an
 * administrator. Safe for use by many threads.
 */
public final class PostgresServer {
    private static @Nullable ServerAddress address;

    private PostgresServer() {}

    /**
     * Creates an empty database, dropping the one that an earlier call with the same name made, and its connections.
     *
     * @param name lower-case letters, digits and underscores; the database is called {@code rowan_name}
     * @return its JDBC URL, which carries the user
     * @throws IllegalStateException if the server does not start or refuses
     */
    public static String newDatabase(String name) {
        return address().newDatabase(name, " with (force)");
    }

    private static synchronized ServerAddress address() {
        if (address == null) {
            address = ServerAddress.fromEnvironment("ROWAN_TEST_POSTGRES_URL").orElseGet(PostgresServer::start);
        }
        return address;
    }

    private static ServerAddress start() {
        try {
            Path directory = Path.of("target", "postgres").toAbsolutePath();
            Path data = directory.resolve("data");
            Leftover.clear(data, "postmaster.pid", "postgres");
            // Never closed: the library stops the server and deletes its data when the JVM exits.
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(directory.toFile())
                    .setDataDirectory(data)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            return new ServerAddress(postgres.getJdbcUrl("postgres", "postgres"));
        } catch (IOException | IllegalStateException failure) {
            throw new IllegalStateException(
                    "the embedded PostgreSQL did not start; see the cause, or name a server of your own in"
                            + " ROWAN_TEST_POSTGRES_URL",
                    failure);
        }
    }
}
