package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.error.MigrationException;
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
            return atomically("done", () -> {
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
        stepwise("done", () -> finish(0), () -> history.forget(migration.version()));
        return true;
    }

    /** Runs what is left of it, in the direction in which it went. */
    void resume(History.Entry entry) {
        if (atomic) {
            throw new MigrationException("expected a migration that is half-way, got " + migration
                    + " on a database where a migration is done wholly or not at all");
        } else if (entry.isUndoing()) {
            stepwise("undone", () -> finishUndo(entry.statements()), () -> {});
        } else {
            stepwise("done", () -> finish(entry.statements()), () -> {});
        }
    }

    private void finish(int done) {
        long start = System.nanoTime();
        run(migration.migration()::up, done);
        history.applied(migration.version(), (System.nanoTime() - start) / 1_000_000);
    }

    /** Undoes it, unless another has; says whether it did. */
    boolean undo() {
        migration.requireWayBack();
        if (atomic) {
            return atomically("undone", () -> {
                if (history.find(migration.version()).isEmpty()) {
                    return false;
                }
                finishUndo(0);
                return true;
            });
        }
        History.Entry before = history.find(migration.version()).orElseThrow();
        history.beginUndo(migration.version());
        stepwise("undone", () -> finishUndo(0), () -> history.restore(before));
        return true;
    }

    private void finishUndo(int done) {
        run(migration.migration()::down, done);
        history.forget(migration.version());
    }

    private void run(Consumer<Schema> work, int done) {
        target = new Target(done);
        work.accept(new Schema(session.dialect().ddl(), session.schema(), target));
    }

    private boolean atomically(String end, BooleanSupplier work) {
        try {
            return rebuilding(work);
        } catch (MigrationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw nothingStays(end, e);
        }
    }

    private MigrationException nothingStays(String end, RuntimeException e) {
        return new MigrationException(
                "expected migration " + migration + " to be " + end + ", got an error; nothing of it stays: "
                        + e.getMessage(),
                e);
    }

    /** Once more from its beginning, if foreign keys must not be followed: they keys can only be suspended before a transaction. */
    private boolean rebuilding(BooleanSupplier work) {
        try {
            return transaction(work, false);
        } catch (RebuildNeeded needed) {
            return Rebuilding.around(session, true, () -> transaction(work, true));
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

    private void stepwise(String end, Runnable work, Runnable nothingDone) {
        try {
            work.run();
        } catch (NotResumable e) {
            throw e;
        } catch (RuntimeException e) {
            Target reached = target;
            if (reached == null || !reached.mayHaveChanged()) {
                nothingDone.run();
                throw nothingStays(end, e);
            }
            history.failed(migration.version(), String.valueOf(e.getMessage()));
            throw new MigrationException(
                    "expected migration " + migration + " to be " + end + ", got an error in statement "
                            + reached.done
                            + "; those before it stay: put the database right, and repair(version, RESUME,"
                            + " MARK_APPLIED or FORGET): " + e.getMessage(),
                    e);
        }
    }

    /** That nobody knows what is left of a migration; what was noted of its failure stays. */
    private static final class NotResumable extends MigrationException {
        private static final long serialVersionUID = 1;

        NotResumable(Migrations.Named migration, String reason) {
            super("expected a migration whose statements can be counted, got " + migration + ", which " + reason
                    + "; do the rest by hand, or take back what was done, and repair(version, MARK_APPLIED or FORGET)");
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
        public void run(List<RenderedSql> statements, @Nullable Change change) {
            if (Rebuilding.isNeeded(change) && atomic && !suspended) {
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
            if (done < skipped) {
                throw new NotResumable(
                        migration, "has altered what the database held before it, and nobody knows that now");
            }
            return LiveSchema.read(session);
        }

        @Override
        public SqlExecutor executor() {
            if (skipped > 0) {
                throw new NotResumable(migration, "uses db(), of which nobody knows what was done");
            }
            lent = true;
            return session;
        }
    }
}
