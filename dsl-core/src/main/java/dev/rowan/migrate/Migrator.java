package dev.rowan.migrate;

import dev.rowan.error.MigrationException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Session;
import dev.rowan.schema.TableName;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies migrations to a database, and undoes them. One runs at a time, in whichever process it is. Immutable and thread-safe.
 *
 * <pre>{@code
 * Migrator migrator = Migrator.of(db, Migrations.onClassPath("db/migrations", Main.class.getClassLoader()));
 * migrator.migrate();     // whatever has not been applied, in the order of the versions
 * migrator.status();
 * migrator.undo();        // the one that was applied last
 * }</pre>
 *
 * Where definitions are part of transactions (PostgreSQL, SQLite), a migration is done wholly or not at all. Elsewhere each of its
 * statements commits by itself: the table {@code rowan_migrations} then says how many were run, and {@link #repair} what becomes of it.
 */
public final class Migrator {
    private final Database db;
    private final Migrations migrations;
    private final Clock clock;
    private final Duration patience;
    private final boolean outOfOrder;

    private Migrator(Database db, Migrations migrations, Clock clock, Duration patience, boolean outOfOrder) {
        this.db = db;
        this.migrations = migrations;
        this.clock = clock;
        this.patience = patience;
        this.outOfOrder = outOfOrder;
    }

    /** A migrator that waits ten minutes for others, and applies versions in their order only. */
    public static Migrator of(Database db, Migrations migrations) {
        return new Migrator(db, migrations, Clock.systemUTC(), Duration.ofMinutes(10), false);
    }

    /** The same that takes the time from a clock. */
    public Migrator withClock(Clock newClock) {
        return new Migrator(db, migrations, newClock, patience, outOfOrder);
    }

    /** The same that waits so long, in whole seconds, while another migrates. */
    public Migrator withPatience(Duration newPatience) {
        return new Migrator(db, migrations, clock, newPatience, outOfOrder);
    }

    /** The same that also applies versions below one that was applied already, as those of a branch that is merged late. */
    public Migrator withOutOfOrder() {
        return new Migrator(db, migrations, clock, patience, true);
    }

    /**
     * Applies what has not been applied. To do so again does nothing.
     *
     * @return what was applied
     * @throws MigrationException if one is half-way, was changed after it had been applied, is not known to this program, or comes too late; if
     *     one fails, those before it stay
     */
    public List<MigrationStatus> migrate() {
        return migrate(version -> true);
    }

    /** Applies what has not been applied up to a version. */
    public List<MigrationStatus> migrateTo(Version last) {
        requireKnown(last);
        return migrate(version -> version.compareTo(last) <= 0);
    }

    private List<MigrationStatus> migrate(Predicate<Version> wanted) {
        return locked(history -> {
            List<Version> done = new ArrayList<>();
            requireSound(history.all());
            for (Migrations.Named migration : migrations.all()) {
                if (wanted.test(migration.version()) && new MigrationRun(history, migration).apply()) {
                    done.add(migration.version());
                }
            }
            return statuses(history.all()).stream()
                    .filter(status -> done.contains(status.version()))
                    .toList();
        });
    }

    /**
     * Notes migrations up to a version as applied without running them: for a database that has been brought there by other means.
     *
     * @return those that were noted
     */
    public List<MigrationStatus> baseline(Version last) {
        requireKnown(last);
        return note(session -> version -> version.compareTo(last) <= 0);
    }

    /**
     * Notes those migrations as applied without running them that Sequelize, or another program of its kind, has noted in a table of its own,
     * which stays as it is. Its {@code 20240315091200-add-discount-code.js} is the migration of the version 20240315091200.
     *
     * @param table with a column {@code name}; {@code SequelizeMeta}, unless the program was told otherwise
     * @return those that were noted
     * @throws MigrationException if the table is not there, or names one that is not among the migrations of this program; nothing is noted then
     */
    public List<MigrationStatus> baselineFromSequelize(TableName table) {
        return note(session -> new SequelizeHistory(session, table).versions(migrations)::contains);
    }

    private List<MigrationStatus> note(Function<Session, Predicate<Version>> applied) {
        return locked(history -> {
            List<Version> noted = new ArrayList<>();
            requireSound(history.all());
            Predicate<Version> isApplied = applied.apply(history.session());
            for (Migrations.Named migration : migrations.all()) {
                if (isApplied.test(migration.version())
                        && history.find(migration.version()).isEmpty()) {
                    history.begin(migration, MigrationState.APPLIED);
                    noted.add(migration.version());
                }
            }
            return statuses(history.all()).stream()
                    .filter(status -> noted.contains(status.version()))
                    .toList();
        });
    }

    /** What the database says of each migration, in the order of the versions. */
    public List<MigrationStatus> status() {
        return db.session(session -> {
            History history = new History(session, clock);
            return statuses(history.isThere() ? history.all() : List.of());
        });
    }

    private List<MigrationStatus> statuses(List<History.Entry> entries) {
        List<MigrationStatus> statuses = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Migrations.Named migration : migrations.all()) {
            known.add(migration.version().toString());
            History.Entry entry = entries.stream()
                    .filter(e -> e.version().equals(migration.version().toString()))
                    .findFirst()
                    .orElse(null);
            statuses.add(
                    entry == null
                            ? new MigrationStatus(
                                    migration.version(), migration.description(), MigrationState.PENDING, null, null, 0)
                            : status(entry, state(entry, migration)));
        }
        entries.stream()
                .filter(entry -> !known.contains(entry.version()))
                .forEach(entry -> statuses.add(status(entry, MigrationState.UNKNOWN)));
        statuses.sort((one, other) -> one.version().compareTo(other.version()));
        return statuses;
    }

    private static MigrationState state(History.Entry entry, Migrations.Named migration) {
        String checksum = migration.migration().checksum();
        if (!entry.isApplied()) {
            return MigrationState.HALF_WAY;
        }
        return !entry.checksum().isEmpty() && checksum != null && !checksum.equals(entry.checksum())
                ? MigrationState.CHANGED
                : MigrationState.APPLIED;
    }

    private static MigrationStatus status(History.Entry entry, MigrationState state) {
        return new MigrationStatus(
                Version.of(entry.version()),
                entry.description(),
                state,
                entry.appliedAt(),
                entry.isApplied() ? Duration.ofMillis(entry.durationInMillis()) : null,
                entry.isApplied() ? 0 : entry.statements());
    }

    private void requireSound(List<History.Entry> entries) {
        Version highest = null;
        for (MigrationStatus status : statuses(entries)) {
            switch (status.state()) {
                case HALF_WAY -> throw halfWay(status, entries);
                case CHANGED ->
                    throw new MigrationException("expected migration " + status.version() + " (" + status.description()
                            + ") as it was when it was applied, got another checksum; undo the change and write a new migration,"
                            + " or repair(version, ACCEPT_CHANGE)");
                case UNKNOWN ->
                    throw new MigrationException("expected migration " + status.version() + " (" + status.description()
                            + "), which was applied, among those of this program, got none; deploy the newer program, or"
                            + " add the file again");
                case APPLIED -> highest = status.version();
                default -> {}
            }
        }
        if (!outOfOrder && highest != null) {
            requireOrder(entries, highest);
        }
    }

    private void requireOrder(List<History.Entry> entries, Version highest) {
        for (MigrationStatus status : statuses(entries)) {
            if (status.state() == MigrationState.PENDING && status.version().compareTo(highest) < 0) {
                throw new MigrationException("expected versions after " + highest + ", which was applied, got "
                        + status.version() + " (" + status.description()
                        + "), which was not; give it a higher version, or use withOutOfOrder()");
            }
        }
    }

    private static MigrationException halfWay(MigrationStatus status, List<History.Entry> entries) {
        String error = entries.stream()
                .filter(entry -> entry.version().equals(status.version().toString()))
                .map(entry -> (entry.isUndoing() ? " that undo it" : "") + " were run, then "
                        + (entry.error().isEmpty() ? "its program ended" : "it failed with: " + entry.error()))
                .findFirst()
                .orElse(" were run");
        return new MigrationException("expected migration " + status.version() + " (" + status.description()
                + ") to be done or not, got it half-way: " + status.statements()
                + " of its statements" + error
                + "; put the database right, and repair(version, RESUME, MARK_APPLIED or FORGET)");
    }

    /**
     * Undoes the migration that was applied last.
     *
     * @return it, or nothing if none was applied
     * @throws MigrationException if it has no way back; nothing is done then
     */
    public List<MigrationStatus> undo() {
        return undo(1, null);
    }

    /**
     * Undoes all migrations, the last first.
     *
     * @throws MigrationException if one has no way back; nothing is done then
     */
    public List<MigrationStatus> undoAll() {
        return undo(Integer.MAX_VALUE, null);
    }

    /**
     * Undoes the migrations that were applied after a version, which stays.
     *
     * @throws MigrationException if the version was not applied, or one after it has no way back; nothing is done then
     */
    public List<MigrationStatus> undoTo(Version last) {
        requireKnown(last);
        return undo(Integer.MAX_VALUE, last);
    }

    private List<MigrationStatus> undo(int most, @Nullable Version stays) {
        return locked(history -> {
            List<History.Entry> entries = history.all();
            requireSound(entries);
            List<History.Entry> wanted = appliedAfter(stays, entries);
            wanted = wanted.subList(0, Math.min(most, wanted.size()));
            wanted.forEach(entry -> requireKnown(entry).requireWayBack());
            return wanted.stream()
                    .filter(entry -> new MigrationRun(history, requireKnown(entry)).undo())
                    .map(entry -> status(entry, MigrationState.PENDING))
                    .toList();
        });
    }

    /** The last first; all of them for null. */
    private static List<History.Entry> appliedAfter(@Nullable Version stays, List<History.Entry> entries) {
        List<History.Entry> after = new ArrayList<>();
        for (History.Entry entry : entries) {
            if (Version.of(entry.version()).equals(stays)) {
                after.clear();
                stays = null;
            } else {
                after.add(0, entry);
            }
        }
        if (stays != null) {
            throw new MigrationException("expected a version that was applied, so that it can stay, got " + stays
                    + ", which was not; see status()");
        }
        return after;
    }

    private Migrations.Named requireKnown(History.Entry entry) {
        return requireKnown(Version.of(entry.version()));
    }

    private Migrations.Named requireKnown(Version version) {
        return migrations.all().stream()
                .filter(migration -> migration.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new MigrationException("expected a version among those of this program, got "
                        + version + "; there are "
                        + migrations.all().stream()
                                .map(Migrations.Named::toString)
                                .collect(Collectors.joining(", "))));
    }

    /** The statements that {@link #migrate} would run, for each migration in a comment of its own. Nothing is run. */
    public String dryRun() {
        return db.session(session -> {
            History history = new History(session, clock);
            List<History.Entry> entries = history.isThere() ? history.all() : List.of();
            requireSound(entries);
            Set<String> applied = entries.stream().map(History.Entry::version).collect(Collectors.toSet());
            DryRun run = new DryRun(session, () -> LiveSchema.read(session));
            for (Migrations.Named migration : migrations.all()) {
                if (!applied.contains(migration.version().toString())) {
                    run.add(migration);
                }
            }
            return run.text();
        });
    }

    /**
     * Says what becomes of a migration that is half-way, or was changed after it had been applied.
     *
     * @throws MigrationException if it is in no state that can be repaired so
     */
    public void repair(Version version, Repair repair) {
        Migrations.Named migration = requireKnown(version);
        locked(history -> {
            History.Entry entry = history.find(version)
                    .orElseThrow(() -> new MigrationException(
                            "expected a migration that was begun, got " + migration + ", which was not; migrate()"));
            if (repair == Repair.ACCEPT_CHANGE) {
                history.acceptChange(migration);
            } else if (entry.isApplied()) {
                throw new MigrationException("expected a migration that is half-way, got " + migration
                        + ", which was applied; undo() it, if it is the last");
            } else if (repair == Repair.FORGET) {
                history.forget(version);
            } else if (repair == Repair.MARK_APPLIED) {
                history.applied(version, 0);
            } else {
                new MigrationRun(history, migration).resume(entry);
            }
            return entry;
        });
    }

    private <T> T locked(Function<History, T> work) {
        return db.session(session -> SchemaLock.held(session, patience, () -> {
            History history = new History(session, clock);
            history.prepare();
            return work.apply(history);
        }));
    }
}
