package dev.rowan.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of SQLite's databases, which need no server. */
public final class SqliteFile {
    private SqliteFile() {}

    /**
     * The JDBC URL of an empty database in a file of that name, which replaces the one of an earlier call. Its connections
     * enforce foreign keys.
     */
    public static String newDatabase(String name) {
        Path file = Path.of("target", "sqlite", name + ".db");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-journal"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return "jdbc:sqlite:" + file + "?foreign_keys=on&synchronous=off";
    }
}
