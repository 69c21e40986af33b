package dev.rowan.generate;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.error.ConfigurationException;
import dev.rowan.execute.Database;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a folder of SQL files makes of an empty database, so that sources can be generated where no database is at hand: {@code jdbc:h2:mem:},
 * a file of SQLite, or a server that a {@link ScratchDatabase} starts.
 */
public final class ScriptedSchema {
    private ScriptedSchema() {}

    /**
     * Runs the files, and reads what is there then. They are migrations, if one of their names begins like {@code V1__}; else scripts, run in
     * the order of their names.
     *
     * @throws ConfigurationException if the database holds tables already, or the folder no SQL file
     */
    public static SchemaDefinition read(Path folder, Database db) {
        SchemaDefinition before = LiveSchema.of(db).read();
        if (!before.tables().isEmpty()) {
            throw new ConfigurationException("expected an empty database to run the files of " + folder
                    + " on, got one that holds " + before.tables().get(0).name() + "; create another");
        }
        List<Path> files = files(folder);
        if (files.stream().anyMatch(file -> String.valueOf(file.getFileName()).matches("V\\d.*__.*"))) {
            Migrator.of(db, Migrations.inDirectory(folder)).migrate();
        } else {
            files.forEach(file -> run(file, db));
        }
        return LiveSchema.of(db).read();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ConfigurationException("expected SQL files in " + folder + ", got none");
            }
            return files;
        } catch (IOException e) {
            throw new ConfigurationException(
                    "expected a folder of SQL files, got " + folder + ", which cannot be read", e);
        }
    }

    private static void run(Path file, Database db) {
        db.session(session -> {
            try (Reader script = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                session.run(session.dialect().ddl().script(script));
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
