package dev.rowan.contract;

import dev.rowan.definition.Change;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.migrate.Renames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A database that holds nothing when a test begins. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EmptyDatabase {
    private @Nullable Database database;

    /** For subclasses. */
    protected EmptyDatabase() {}

    /** The JDBC URL of an empty database, which carries the user; called once. */
    protected abstract String newDatabase();

    @BeforeAll
    final void open() {
        database = Database.connect(PoolConfig.of(newDatabase()).withSize(1, 4));
    }

    @AfterAll
    final void close() {
        db().close();
    }

    @BeforeEach
    final void empty() {
        live().apply(live().diff(SchemaDefinition.EMPTY, Renames.NONE), Destruction.CONFIRMED);
        db().session(session -> {
            live().read()
                    .tables()
                    .forEach(tool ->
                            session.run(db().dialect().ddl().statements(new Change.Remove(tool), db().schema())));
            return session;
        });
    }

    /** The database. */
    protected final Database db() {
        if (database == null) {
            throw new IllegalStateException("expected an open database, got a test before open()");
        }
        return database;
    }

    /** What it holds. */
    protected final LiveSchema live() {
        return LiveSchema.of(db());
    }
}
