package dev.rowan.migrate;

import static dev.rowan.migrate.History.Entries.ENTRY;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;

import dev.rowan.definition.Change;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Session;
import dev.rowan.render.DdlDialect;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What has been done to a database: a table of its own, which touches none of other tools. For one session. */
final class History {
    private static final String UNDOING = "UNDOING";

    private final Session session;
    private final Clock clock;

    History(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    Session session() {
        return session;
    }

    /**
     * One migration that was begun.
     *
     * @param position its place in the order in which they were applied
     * @param checksum empty if its migration has none
     * @param state {@code APPLIED}, {@code HALF_WAY}, or {@value History#UNDOING} for one that is half-way back
     * @param statements how many of its statements were run, or of those that undo it
     * @param error why it failed; empty if it did not
     */
    record Entry(
            String version,
            int position,
            String description,
            String checksum,
            String state,
            int statements,
            String error,
            Instant appliedAt,
            long durationInMillis) {
        boolean isApplied() {
            return state.equals(MigrationState.APPLIED.name());
        }

        boolean isUndoing() {
            return state.equals(UNDOING);
        }
    }

    static final class Entries extends Table<Entry> {
        static final Entries ENTRY = new Entries(TableName.of("rowan_migrations"));

        final TextColumn<Entry, String> VERSION = varchar("version", 200).primaryKey();
        final NumberColumn<Entry, Integer> POSITION = integer("position").notNull();
        final TextColumn<Entry, String> DESCRIPTION =
                varchar("description", 300).notNull();
        final TextColumn<Entry, String> CHECKSUM = varchar("checksum", 100).notNull();
        final TextColumn<Entry, String> STATE = varchar("state", 20).notNull();
        final NumberColumn<Entry, Integer> STATEMENTS = integer("statements").notNull();
        final TextColumn<Entry, String> ERROR = text("error").notNull();
        final TemporalColumn<Entry, Instant> APPLIED_AT = instant("applied_at").notNull();
        final NumberColumn<Entry, Long> DURATION_IN_MILLIS =
                bigint("duration_in_millis").notNull();

        private Entries(TableName name) {
            super(name, Entry.class, Entries::new);
        }
    }

    /** Creates the table if it is not there; another session may do so at the same time, where the lock begins with the first write. */
    void prepare() {
        if (isThere()) {
            return;
        }
        DdlDialect ddl = session.dialect().ddl();
        try {
            session.run(ddl.statements(new Change.Create(ddl.define(ENTRY)), session.schema()));
        } catch (QueryException e) {
            if (!isThere()) {
                throw e;
            }
        }
    }

    boolean isThere() {
        return LiveSchema.read(session).table(ENTRY.tableName()).isPresent();
    }

    /** In the order in which they were applied. */
    List<Entry> all() {
        return session.fetch(select().from(ENTRY).orderBy(e -> e.POSITION.asc()));
    }

    Optional<Entry> find(Version version) {
        return session.fetchOptional(select().from(ENTRY).where(e -> e.VERSION.eq(version.toString())));
    }

    /** Writes first, so that of several transactions that do so one goes on, where the database has no other lock. */
    void claim() {
        session.execute(update(ENTRY).set(ENTRY.POSITION, ENTRY.POSITION).where(ENTRY.VERSION.eq("")));
    }

    void begin(Migrations.Named migration, MigrationState state) {
        int position = all().stream().mapToInt(Entry::position).max().orElse(0) + 1;
        session.execute(insertInto(ENTRY)
                .row(new Entry(
                        migration.version().toString(),
                        position,
                        migration.description(),
                        checksum(migration),
                        state.name(),
                        0,
                        "",
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        0)));
    }

    void progress(Version version, int statements) {
        session.execute(update(ENTRY).set(ENTRY.STATEMENTS, statements).where(ENTRY.VERSION.eq(version.toString())));
    }

    void failed(Version version, String error) {
        session.execute(update(ENTRY).set(ENTRY.ERROR, error).where(ENTRY.VERSION.eq(version.toString())));
    }

    void applied(Version version, long millis) {
        session.execute(update(ENTRY)
                .set(ENTRY.STATE, MigrationState.APPLIED.name())
                .set(ENTRY.ERROR, "")
                .set(ENTRY.DURATION_IN_MILLIS, millis)
                .where(ENTRY.VERSION.eq(version.toString())));
    }

    void acceptChange(Migrations.Named migration) {
        session.execute(update(ENTRY)
                .set(ENTRY.CHECKSUM, checksum(migration))
                .where(ENTRY.VERSION.eq(migration.version().toString())));
    }

    private static String checksum(Migrations.Named migration) {
        return Objects.requireNonNullElse(migration.migration().checksum(), "");
    }

    void beginUndo(Version version) {
        session.execute(update(ENTRY)
                .set(ENTRY.STATE, UNDOING)
                .set(ENTRY.STATEMENTS, 0)
                .where(ENTRY.VERSION.eq(version.toString())));
    }

    /** Takes back that an undoing was begun. */
    void restore(Entry before) {
        session.execute(update(ENTRY)
                .set(ENTRY.STATE, before.state())
                .set(ENTRY.STATEMENTS, before.statements())
                .where(ENTRY.VERSION.eq(before.version())));
    }

    void forget(Version version) {
        session.execute(deleteFrom(ENTRY).where(ENTRY.VERSION.eq(version.toString())));
    }
}
