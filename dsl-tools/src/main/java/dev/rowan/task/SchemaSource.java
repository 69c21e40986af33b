package dev.rowan.task;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.execute.Database;
import dev.rowan.generate.ScratchDatabase;
import dev.rowan.generate.ScratchDatabases;
import dev.rowan.generate.ScriptedSchema;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.render.DdlDialect;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a definition is read from.
 *
 * @param address the database, unless one is started
 * @param scripts a folder of SQL files that are run first, on a database that is empty; null for none
 * @param scratch the name of a {@link ScratchDatabase}, or of its class, that is started instead; null for none
 */
public record SchemaSource(
        DatabaseAddress address,
        @Nullable Path scripts,
        @Nullable String scratch) {
    /**
     * What was read.
     *
     * @param ddl of the database; it is of use without a connection
     */
    public record Found(SchemaDefinition schema, DdlDialect ddl) {}

    /** Connects, runs the scripts, reads and closes. */
    public Found read() {
        if (scratch == null) {
            try (Database db = address.connect()) {
                return read(db);
            }
        }
        try (ScratchDatabase started = ScratchDatabases.named(scratch);
                Database db = address.connect(started.start())) {
            return read(db);
        }
    }

    private Found read(Database db) {
        SchemaDefinition schema = scripts == null ? LiveSchema.of(db).read() : ScriptedSchema.read(scripts, db);
        return new Found(schema, db.dialect().ddl());
    }
}
