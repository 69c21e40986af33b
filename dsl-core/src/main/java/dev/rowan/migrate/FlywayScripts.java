package dev.rowan.migrate;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.execute.Database;
import dev.rowan.render.RenderedSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Migrations as scripts in the layout of Flyway: {@code V1__create_users.sql}, and {@code U1__create_users.sql} for the way back. Immutable.
 *
 * <pre>{@code
 * FlywayScripts.of(db, migrations).writeTo(Path.of("src/main/resources/db/migration"));
 * FlywayScripts.of("V7__add_discount_code", schema.diff(ORDER)).writeTo(folder);
 * }</pre>
 *
 * A script whose text holds <code>${</code> comes with a file {@code V1__create_users.sql.conf} that keeps Flyway from putting anything in its
 * place.
 *
 * @param files the text of each file by its name, sorted
 */
public record FlywayScripts(Map<String, String> files) {
    /** Creates scripts. */
    public FlywayScripts {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /**
     * The scripts of migrations, from the first on. Those that are SQL files stay as they are; those in Java become the statements that they run
     * on an empty database of the kind of this one, which is neither read nor changed.
     *
     * @throws MigrationException if one in Java reads rows, binds values, makes a table anew, or alters what a SQL file defines
     */
    public static FlywayScripts of(Database db, Migrations migrations) {
        return db.session(session -> {
            DryRun run = new DryRun(session, () -> SchemaDefinition.EMPTY);
            Map<String, String> files = new TreeMap<>();
            for (Migrations.Named migration : migrations.all()) {
                String name = migration.migration().name();
                put(files, name, up(migration, run));
                if (migration.hasWayBack()) {
                    put(files, "U" + name.substring(1), down(migration, run));
                }
            }
            return new FlywayScripts(files);
        });
    }

    private static String up(Migrations.Named migration, DryRun run) {
        String script = script(migration, run, () -> run.up(migration));
        return migration.migration() instanceof SqlMigration sql ? sql.wayThere() : script;
    }

    private static String down(Migrations.Named migration, DryRun run) {
        return migration.migration() instanceof SqlMigration sql
                ? sql.requireWayBack()
                : script(migration, run, () -> run.down(migration));
    }

    private static String script(Migrations.Named migration, DryRun run, Supplier<List<RenderedSql>> work) {
        List<RenderedSql> statements;
        try {
            statements = work.get();
        } catch (MigrationException e) {
            throw new MigrationException(
                    "expected migration " + migration + " to be statements only, got: " + e.getMessage()
                            + "; make it a SQL file",
                    e);
        }
        return script(migration.toString(), statements, run.rebuilds());
    }

    /**
     * The script of a plan.
     *
     * @param name of a migration: {@code V7__add_discount_code}
     * @throws IllegalArgumentException if it is no name of a migration
     * @throws MigrationException if the plan makes a table anew
     */
    public static FlywayScripts of(String name, SchemaPlan plan) {
        Migrations.of(new SqlMigration(name, "", null));
        Map<String, String> files = new TreeMap<>();
        put(files, name, script(name, plan.sql(), plan.rebuilds()));
        return new FlywayScripts(files);
    }

    private static String script(String migration, List<RenderedSql> statements, boolean rebuilds) {
        if (rebuilds) {
            throw new MigrationException("expected " + migration
                    + " to alter tables in place, got one that makes a table anew, which no script can do while foreign"
                    + " keys are followed; run it by Rowan");
        }
        StringBuilder text = new StringBuilder();
        for (RenderedSql statement : statements) {
            if (!statement.binds().isEmpty()) {
                throw new MigrationException("expected " + migration + " to be statements without values, got "
                        + statement + "; make it a SQL file");
            }
            text.append(statement.text()).append(";\n");
        }
        return text.toString();
    }

    private static void put(Map<String, String> files, String name, String script) {
        files.put(name + ".sql", script);
        if (script.contains("${")) {
            files.put(name + ".sql.conf", "placeholderReplacement=false\n");
        }
    }

    /**
     * Writes those files that are not there yet, in UTF-8.
     *
     * @param folder is created if it is not there
     * @return those that were written
     * @throws MigrationException if one is there with another text; Flyway wants scripts that were applied unchanged, so nothing is written
     */
    public List<Path> writeTo(Path folder) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.exists(path)) {
                missing.add(path);
            } else if (!Files.readString(path).equals(file.getValue())) {
                throw new MigrationException(
                        "expected " + path
                                + " to be the same or not to be there, got one with another text; delete it, or choose another folder");
            }
        }
        Files.createDirectories(folder);
        for (Path path : missing) {
            Files.writeString(path, Objects.requireNonNull(files.get(String.valueOf(path.getFileName()))));
        }
        return missing;
    }
}
