package dev.rowan.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A server of one test, which keeps what it has committed, and can be killed and started again on the same port and data. For
 * one thread; ends with the JVM at the latest.
 */
public final class DurableServer implements AutoCloseable {
    private final Program program;
    private final ServerAddress address;

    private DurableServer(Program program, ServerAddress address) throws IOException {
        this.program = program;
        this.address = address;
        program.start();
    }

    /** What a server runs as. */
    interface Program {
        /** Starts it on its data, and returns when it lets users in. */
        void start() throws IOException;

        /** Kills it and what it has started, at once, and returns when all of it is over. */
        void kill();
    }

    /** A PostgreSQL that syncs its log with each commit, whatever other tests do without. */
    public static DurableServer postgres() throws IOException {
        return postgres(Map.of());
    }

    /** A PostgreSQL of further settings that syncs its log with each commit. */
    public static DurableServer postgres(Map<String, String> settings) throws IOException {
        int port = freePort();
        Path directory = Path.of("target", "postgres").toAbsolutePath();
        Path data = directory.resolve("durable");
        Leftover.clear(data, "postmaster.pid", "postgres");
        ServerAddress address = new ServerAddress("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");
        return new DurableServer(new PostgresProgram(directory, data, port, Map.copyOf(settings), address), address);
    }

    /** A MySQL that syncs its log with each commit. */
    public static DurableServer mysql() throws IOException {
        int port = freePort();
        ServerAddress address = new ServerAddress(
                "jdbc:mysql://127.0.0.1:" + port + "/?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true");
        MySqlInstallation installation =
                MySqlInstallation.under(Path.of("target", "mysql").toAbsolutePath());
        return new DurableServer(
                new MySqlProgram(installation, installation.freshData("durable"), port, address), address);
    }

    /** Creates an empty database and returns its JDBC URL, as the shared servers do. */
    public String newDatabase(String name) {
        return address.newDatabase(name, "");
    }

    /** Kills the server, as {@code kill -9} of each of its processes does. */
    public void kill() {
        program.kill();
    }

    /** Starts the killed server again, on what it had written. */
    public void restart() throws IOException {
        program.start();
    }

    @Override
    public void close() {
        program.kill();
    }

    /** One from which no client connects: while the server is down, such a port could go to a connection. */
    static int freePort() throws IOException {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
        } while (!isFree(port));
        return port;
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException taken) {
            return false;
        }
    }
}
