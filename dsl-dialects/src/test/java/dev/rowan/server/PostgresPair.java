package dev.rowan.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL and a standby that follows it by streaming, both of one test, which log each statement. For one thread. */
public final class PostgresPair implements AutoCloseable {
    private final PostgresProgram primary;
    private final PostgresProgram standby;
    private final ServerAddress primaryAddress;
    private final int standbyPort;

    private PostgresPair(
            PostgresProgram primary, PostgresProgram standby, ServerAddress primaryAddress, int standbyPort) {
        this.primary = primary;
        this.standby = standby;
        this.primaryAddress = primaryAddress;
        this.standbyPort = standbyPort;
    }

    /** Starts both. */
    public static PostgresPair start() throws IOException {
        int port = DurableServer.freePort();
        int standbyPort = DurableServer.freePort();
        Path directory = Path.of("target", "postgres").toAbsolutePath();
        Path data = directory.resolve("primary");
        Path copy = directory.resolve("standby");
        Leftover.clear(data, "postmaster.pid", "postgres");
        Leftover.clear(copy, "postmaster.pid", "postgres");
        Map<String, String> settings = Map.of("log_statement", "all", "max_connections", "300", "wal_level", "replica");
        ServerAddress address = url(port);
        PostgresProgram primary = new PostgresProgram(directory, data, port, settings, address);
        primary.create();
        copy(data, copy);
        Files.createFile(copy.resolve("standby.signal"));
        Map<String, String> following = new HashMap<>(settings);
        following.put("primary_conninfo", "host=localhost port=" + port + " user=postgres");
        PostgresProgram standby = new PostgresProgram(directory, copy, standbyPort, following, url(standbyPort));
        Files.deleteIfExists(standby.log());
        PostgresPair pair = new PostgresPair(primary, standby, address, standbyPort);
        primary.start();
        standby.start();
        return pair;
    }

    private static ServerAddress url(int port) {
        return new ServerAddress("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(
                        to.resolve(from.relativize(directory)),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Creates an empty database on the primary, which the standby soon has too, and returns its JDBC URL. */
    public String newDatabase(String name) {
        return primaryAddress.newDatabase(name, "");
    }

    /** The JDBC URL of a database on the standby. */
    public String onStandby(String name) {
        return "jdbc:postgresql://localhost:" + standbyPort + "/rowan_" + name + "?user=postgres";
    }

    /** Kills the standby, as {@code kill -9} of each of its processes does. */
    public void stopStandby() {
        standby.kill();
    }

    /** Starts the standby again, which catches up. */
    public void startStandby() throws IOException {
        standby.start();
    }

    /** What the standby has logged: each statement that it was sent, among others. */
    public List<String> logOfStandby() throws IOException {
        return Files.readAllLines(standby.log());
    }

    @Override
    public void close() {
        standby.kill();
        primary.kill();
    }
}
