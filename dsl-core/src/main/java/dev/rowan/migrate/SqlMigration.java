package dev.rowan.migrate;

import dev.rowan.error.MigrationException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A pair of SQL files: what does it, and what undoes it. */
final class SqlMigration implements Migration {
    private final String name;
    private final String up;
    private final @Nullable String down;

    /**
     * Creates a migration.
     *
     * @param down null for none
     */
    SqlMigration(String name, String up, @Nullable String down) {
        this.name = name;
        this.up = up;
        this.down = down;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void up(Schema schema) {
        run(schema, up);
    }

    @Override
    public void down(Schema schema) {
        run(schema, requireWayBack());
    }

    /** The script that does it. */
    String wayThere() {
        return up;
    }

    boolean hasWayBack() {
        return down != null;
    }

    /** The script that undoes it. */
    String requireWayBack() {
        if (down == null) {
            throw new MigrationException("expected a migration that can be undone, got " + name + ", which has no file "
                    + name + ".down.sql; write one, or restore a backup");
        }
        return down;
    }

    private static void run(Schema schema, String script) {
        try {
            schema.script(new StringReader(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same whatever the line ends are. */
    @Override
    public String checksum() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = up.replace("\r\n", "\n").strip().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected every JVM to have SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
