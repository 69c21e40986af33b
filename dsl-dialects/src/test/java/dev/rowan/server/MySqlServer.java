package dev.rowan.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The MySQL server of this JVM's tests, started by the first call and killed at exit. Its time zone is
 * {@code +00:00}. {@code ROWAN_TEST_MYSQL_URL} names another server to use instead, as the JDBC URL of an
 * administrator. Safe for use by many threads.
 */
public final class MySqlServer {
    private static @Nullable ServerAddress address;

    private MySqlServer() {}

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
            address = ServerAddress.fromEnvironment("ROWAN_TEST_MYSQL_URL").orElseGet(MySqlServer::start);
        }
        return address;
    }

    private static ServerAddress start() {
        try {
            int port = freePort();
            ServerAddress started = new ServerAddress(
                    "jdbc:mysql://127.0.0.1:" + port + "/?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true");
            MySqlInstallation.under(Path.of("target", "mysql").toAbsolutePath())
                    .start(port)
                    .awaitLogin(started);
            return started;
        } catch (IOException | IllegalStateException failure) {
            throw new IllegalStateException(
                    "the embedded MySQL did not start; see the cause, or name a server of your own in"
                            + " ROWAN_TEST_MYSQL_URL",
                    failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
