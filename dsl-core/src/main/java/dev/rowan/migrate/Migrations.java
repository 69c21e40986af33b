package dev.rowan.migrate;

import dev.rowan.error.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The migrations of a program, in the order of their versions. Immutable.
 *
 * <pre>{@code
 * Migrations.of(new V1__create_users(), new V2__create_orders())
 * Migrations.inDirectory(Path.of("migrations"))                        // V1__create_users.up.sql, V1__create_users.down.sql
 * Migrations.onClassPath("db/migrations", Main.class.getClassLoader())
 * }</pre>
 */
public final class Migrations {
    private static final Pattern NAME = Pattern.compile("V(\\d+(?:[._]\\d+)*)__(\\w+)");
    private static final Pattern FILE = Pattern.compile("(.+?)(?:\\.(up|down))?\\.sql");

    private final List<Named> all;

    /** A migration with what its name says. */
    record Named(Version version, String description, Migration migration) {
        static Named of(Migration migration) {
            Matcher parts = NAME.matcher(migration.name());
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "expected a migration of a name like V20240315__add_discount_code or V1_2__create_users, got '"
                                + migration.name() + "'");
            }
            return new Named(
                    Version.of(parts.group(1).replace('_', '.')), parts.group(2).replace('_', ' '), migration);
        }

        /**
         * Finds whether it can be undone, before anything is done.
         *
         * @throws MigrationException if it cannot
         */
        void requireWayBack() {
            if (migration instanceof SqlMigration sql) {
                sql.requireWayBack();
            } else if (!hasWayBack()) {
                throw new MigrationException("expected a migration that can be undone, got " + this
                        + ", which has no down(…); write one, or restore a backup");
            }
        }

        boolean hasWayBack() {
            if (migration instanceof SqlMigration sql) {
                return sql.hasWayBack();
            }
            try {
                return migration.getClass().getMethod("down", Schema.class).getDeclaringClass() != Migration.class;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("expected every migration to have the method of its interface", e);
            }
        }

        /** The version and what it does, as an error shows it. */
        @Override
        public String toString() {
            return version + " (" + description + ")";
        }
    }

    private Migrations(List<Named> all) {
        this.all = all;
    }

    /**
     * These migrations.
     *
     * @throws IllegalArgumentException if one has no version in its name, or two have the same
     */
    public static Migrations of(Migration... migrations) {
        return of(List.of(migrations));
    }

    private static Migrations of(List<? extends Migration> migrations) {
        Map<Version, Named> byVersion = new TreeMap<>();
        for (Migration migration : migrations) {
            Named named = Named.of(migration);
            Named same = byVersion.put(named.version(), named);
            if (same != null) {
                throw new IllegalArgumentException("expected each version once, got " + same + " and " + named
                        + "; give one of them another version");
            }
        }
        return new Migrations(List.copyOf(byVersion.values()));
    }

    /**
     * The SQL files of a directory: {@code V1__create_users.up.sql}, or {@code V1__create_users.sql}, and {@code V1__create_users.down.sql}
     * for the way back; in Flyway's layout {@code V1__create_users.sql} and {@code U1__create_users.sql}. Other files are left alone.
     *
     * @throws MigrationException if the directory cannot be read
     * @throws IllegalArgumentException if a {@code .sql} file has no version in its name, or two have the same
     */
    public static Migrations inDirectory(Path directory) {
        Map<String, String> up = new TreeMap<>();
        Map<String, String> down = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    boolean isFlywayUndo = name.group(1).matches("U\\d.*");
                    String migration = isFlywayUndo ? "V" + name.group(1).substring(1) : name.group(1);
                    boolean isDown = isFlywayUndo || "down".equals(name.group(2));
                    if ((isDown ? down : up).put(migration, Files.readString(file)) != null) {
                        throw new IllegalArgumentException("expected one file for " + migration
                                + (isDown ? ".down" : ".up") + ".sql, got two under different names, in " + directory);
                    }
                }
            }
        } catch (IOException e) {
            throw new MigrationException(
                    "expected a directory of migrations, got " + directory + ", which cannot be read", e);
        }
        requireUps(up, down, directory);
        List<Migration> migrations = new ArrayList<>();
        up.forEach((name, script) -> migrations.add(new SqlMigration(name, script, down.get(name))));
        return of(migrations);
    }

    private static void requireUps(Map<String, String> up, Map<String, String> down, Path directory) {
        for (String name : down.keySet()) {
            if (!up.containsKey(name)) {
                throw new IllegalArgumentException(
                        "expected a file " + name + ".up.sql beside " + name + ".down.sql, got none in " + directory);
            }
        }
    }

    /**
     * The SQL files of a folder of the class path, as {@link #inDirectory} reads them, also within a jar.
     *
     * @param folder without a slash at its beginning: {@code db/migrations}; if there are several of that name, the first on the class path
     */
    public static Migrations onClassPath(String folder, ClassLoader loader) {
        URL url = loader.getResource(folder);
        if (url == null) {
            throw new MigrationException("expected a folder of migrations on the class path, got '" + folder
                    + "', which is not there; name it without a slash at its beginning");
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return inDirectory(Path.of(uri));
            }
            URI file = ((JarURLConnection) url.openConnection()).getJarFileURL().toURI();
            try (FileSystem jar =
                    FileSystems.newFileSystem(Path.of(file))) { // of its own, for others may close a shared one
                return inDirectory(jar.getPath("/" + folder));
            }
        } catch (URISyntaxException e) {
            throw new MigrationException("expected a folder that can be read, got " + url, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These and others. */
    public Migrations and(Migrations others) {
        List<Migration> both = new ArrayList<>();
        all.forEach(named -> both.add(named.migration()));
        others.all.forEach(named -> both.add(named.migration()));
        return of(both);
    }

    List<Named> all() {
        return Collections.unmodifiableList(all);
    }
}
