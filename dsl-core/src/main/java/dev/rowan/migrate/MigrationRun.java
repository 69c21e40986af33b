package dev.rowan.migrate;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.error.RowanException;
import dev.rowan.execute.Session;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.query.SqlCommand;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Support;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One migration, applied or undone, under the lock. */
final class MigrationRun {
    private final History history;
    private final Session session;
    private final Migrations.Named migration;
    private final boolean atomic;
    private @Nullable Target target;
    private boolean suspended; // whether foreign keys are not followed now

    MigrationRun(History history, Migrations.Named migration) {
        this.history = history;
        this.session = history.session();
        this.migration = migration;
        this.atomic = session.dialect().ddl().support(DdlFeature.TRANSACTIONAL_DDL) != Support.REFUSED;
    }

    /** Applies it, unless it was applied already; says whether it did. */
    boolean apply() {
        if (atomic) {
            return atomically(() -> {
                if (history.find(migration.version()).isPresent()) {
                    return false;
                }
                history.begin(migration, MigrationState.HALF_WAY);
                finish(0);
                return true;
            });
        } else if (history.find(migration.version()).isPresent()) {
            return false;
        }
        history.begin(migration, MigrationState.HALF_WAY);
        stepwise(() -> finish(0), () -> history.forget(migration.version()));
        return true;
    }

    /** Runs what is left of it. */
    void resume(int done) {
        if (atomic) {
            throw new MigrationException("expected a migration that is half-way, got " + migration
                    + " on a database where a migration is done wholly or not at all");
        }
        stepwise(() -> finish(done), () -> {});
    }

    private void finish(int done) {
        long start = System.nanoTime();
        run(migration.migration()::up, done);
        history.applied(migration.version(), (System.nanoTime() - start) / 1_000_000);
    }

    void undo() {
        migration.requireWayBack();
        if (atomic) {
            atomically(() -> {
                run(migration.migration()::down, 0);
                history.forget(migration.version());
                return true;
            });
            return;
        }
        history.beginUndo(migration.version());
        stepwise(
                () -> {
                    run(migration.migration()::down, 0);
                    history.forget(migration.version());
                },
                () -> history.applied(migration.version(), 0));
    }

    private void run(Consumer<Schema> work, int done) {
        target = new Target(done);
        work.accept(new Schema(session.dialect().ddl(), session.schema(), target));
    }

    /** Once more from its beginning, if a table has to be made anew: foreign keys can only be suspended before a transaction. */
    private boolean atomically(BooleanSupplier work) {
        try {
            return transaction(work, false);
        } catch (RebuildNeeded needed) {
            return Rebuilding.around(session, true, () -> transaction(work, true));
        } catch (MigrationException e) {
            throw e;
        } catch (RowanException e) {
            throw new MigrationException(
                    "expected migration " + migration + " to be done, got an error; nothing of it stays: "
                            + e.getMessage(),
                    e);
        }
    }

    private boolean transaction(BooleanSupplier work, boolean rebuilding) {
        suspended = rebuilding;
        return session.transaction(() -> {
            history.claim();
            boolean done = work.getAsBoolean();
            Rebuilding.check(session, rebuilding);
            return done;
        });
    }

    private void stepwise(Runnable work, Runnable nothingDone) {
        try {
            work.run();
        } catch (RowanException | IllegalArgumentException | IllegalStateException e) {
            Target reached = target;
            if (reached == null || !reached.mayHaveChanged()) {
                nothingDone.run();
                throw new MigrationException(
                        "expected migration " + migration + " to be done, got an error; nothing of it stays: "
                                + e.getMessage(),
                        e);
            }
            history.failed(migration.version(), String.valueOf(e.getMessage()));
            throw new MigrationException(
                    "expected migration " + migration + " to be done, got an error in statement "
                            + reached.done
                            + "; those before it stay: put the database right, and repair(version, RESUME,"
                            + " MARK_APPLIED or FORGET): " + e.getMessage(),
                    e);
        }
    }

    /** That a table must be made anew while foreign keys are followed. */
    private static final class RebuildNeeded extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Runs statements; where each commits by itself, it is noted that it did. */
    private final class Target implements SchemaTarget {
        private final int skipped;
        private int done; // statements, the one that is being run among them
        private boolean completed; // at least one
        private boolean lent;

        Target(int skipped) {
            this.skipped = skipped;
        }

        @Override
        public void run(List<RenderedSql> statements, boolean rebuilds) {
            if (rebuilds && atomic && !suspended) {
                throw new RebuildNeeded();
            }
            for (RenderedSql statement : statements) {
                step(() -> session.run(List.of(statement)));
            }
        }

        @Override
        public void execute(SqlCommand command) {
            step(() -> session.execute(command));
        }

        private void step(Runnable statement) {
            done++;
            if (done <= skipped) {
                return; // it was run before
            }
            statement.run();
            completed = true;
            if (!atomic) {
                history.progress(migration.version(), done);
            }
        }

        /** Whether a statement was run before the one that failed, or others than are counted may have been. */
        boolean mayHaveChanged() {
            return completed || lent || skipped > 0;
        }

        @Override
        public SchemaDefinition read() {
            return LiveSchema.read(session);
        }

        @Override
        public SqlExecutor executor() {
            lent = true;
            return session;
        }
    }
}
