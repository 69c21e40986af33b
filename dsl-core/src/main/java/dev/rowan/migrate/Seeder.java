package dev.rowan.migrate;

import static dev.rowan.migrate.Seeder.Seeds.SEED;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;

import dev.rowan.definition.Change;
import dev.rowan.error.MigrationException;
import dev.rowan.error.RowanException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Session;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.render.DdlDialect;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills a database with the rows that a program needs, and remembers in the table {@code rowan_seeds} what has been done. One runs at a
 * time, in whichever process it is. Immutable and thread-safe.
 *
 * <pre>{@code
 * Seeder.of(db)
 *         .once("products", tx -> tx.execute(insertInto(PRODUCT).rows(products)))
 *         .always("settings", tx -> tx.execute(insertInto(SETTING).rows(settings).onConflict(SETTING.NAME).doUpdateAll()))
 *         .run();
 * }</pre>
 */
public final class Seeder {
    private static final int LONGEST = 200;

    private final Database db;
    private final Clock clock;
    private final Duration patience;
    private final List<Seed> seeds;

    private Seeder(Database db, Clock clock, Duration patience, List<Seed> seeds) {
        this.db = db;
        this.clock = clock;
        this.patience = patience;
        this.seeds = List.copyOf(seeds);
    }

    private record Seed(String name, boolean once, Consumer<? super SqlExecutor> work) {}

    /**
     * A seed that has been done.
     *
     * @param name its name
     * @param position its place in the order in which they were first done
     * @param runs how often it was done
     * @param doneAt when it was done last
     */
    public record Done(String name, int position, int runs, Instant doneAt) {}

    static final class Seeds extends Table<Done> {
        static final Seeds SEED = new Seeds(TableName.of("rowan_seeds"));

        final TextColumn<Done, String> NAME = varchar("name", LONGEST).primaryKey();
        final NumberColumn<Done, Integer> POSITION = integer("position").notNull();
        final NumberColumn<Done, Integer> RUNS = integer("runs").notNull();
        final TemporalColumn<Done, Instant> DONE_AT = instant("done_at").notNull();

        private Seeds(TableName name) {
            super(name, Done.class, Seeds::new);
        }
    }

    /** A seeder without seeds, that waits ten minutes for others. */
    public static Seeder of(Database db) {
        return new Seeder(db, Clock.systemUTC(), Duration.ofMinutes(10), List.of());
    }

    /** The same that takes the time from a clock. */
    public Seeder withClock(Clock newClock) {
        return new Seeder(db, newClock, patience, seeds);
    }

    /** The same that waits so long, in whole seconds, while another migrates or seeds. */
    public Seeder withPatience(Duration newPatience) {
        return new Seeder(db, clock, newPatience, seeds);
    }

    /**
     * One more seed, which is done once in the life of a database.
     *
     * @param name what it is remembered by; never to be changed
     * @param work what it does, with the executor of its transaction, which is of no use afterwards
     * @throws IllegalArgumentException if the name is blank, too long, or given already
     */
    public Seeder once(String name, Consumer<? super SqlExecutor> work) {
        return with(new Seed(name, true, work));
    }

    /**
     * One more seed, which is done in every run, and so has to be one that can be: an upsert.
     *
     * @param name what it is remembered by
     * @param work what it does, with the executor of its transaction, which is of no use afterwards
     * @throws IllegalArgumentException if the name is blank, too long, or given already
     */
    public Seeder always(String name, Consumer<? super SqlExecutor> work) {
        return with(new Seed(name, false, work));
    }

    private Seeder with(Seed seed) {
        if (seed.name().isBlank() || seed.name().length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected a name of a seed of 1 to " + LONGEST + " characters, got '" + seed.name() + "'");
        } else if (seeds.stream().anyMatch(other -> other.name().equals(seed.name()))) {
            throw new IllegalArgumentException(
                    "expected a name for each seed, got two of the name '" + seed.name() + "'");
        }
        List<Seed> more = new ArrayList<>(seeds);
        more.add(seed);
        return new Seeder(db, clock, patience, more);
    }

    /**
     * Does what is to be done, in the order in which it was given, each seed in a transaction of its own.
     *
     * @return the names of the seeds that were done
     * @throws MigrationException which names the seed that failed; nothing of that one stays, those before it do
     */
    public List<String> run() {
        return db.session(session -> SchemaLock.held(session, patience, () -> {
            prepare(session);
            List<String> done = new ArrayList<>();
            for (Seed seed : seeds) {
                if (run(session, seed)) {
                    done.add(seed.name());
                }
            }
            return done;
        }));
    }

    /** The seeds that have been done, in the order in which they first were; none if the database was never seeded. */
    public List<Done> history() {
        return db.session(session -> isThere(session) ? all(session) : List.of());
    }

    private static List<Done> all(Session session) {
        return session.fetch(select().from(SEED).orderBy(s -> s.POSITION.asc()));
    }

    private static boolean isThere(Session session) {
        return LiveSchema.read(session).table(SEED.tableName()).isPresent();
    }

    /** Where the lock is that of the first write only, another may have created the table meanwhile. */
    private static void prepare(Session session) {
        if (isThere(session)) {
            return;
        }
        DdlDialect ddl = session.dialect().ddl();
        try {
            session.run(ddl.statements(new Change.Create(ddl.define(SEED)), session.schema()));
        } catch (RowanException e) {
            if (!isThere(session)) {
                throw e;
            }
        }
    }

    private boolean run(Session session, Seed seed) {
        try {
            return session.transaction(() -> {
                boolean isKnown = remember(session, seed);
                if (seed.once() && isKnown) {
                    return false;
                }
                seed.work().accept(session);
                return true;
            });
        } catch (RuntimeException e) {
            throw new MigrationException(
                    "expected seed '" + seed.name() + "' to be done, got an error; nothing of it stays: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Writes first, so that of several transactions that do so one goes on, where the database has no other lock; says whether it was known. */
    private boolean remember(Session session, Seed seed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        session.execute(update(SEED).set(SEED.POSITION, SEED.POSITION).where(SEED.NAME.eq(seed.name())));
        Done before = session.fetchOptional(select().from(SEED).where(s -> s.NAME.eq(seed.name())))
                .orElse(null);
        if (before == null) {
            int position = all(session).stream().mapToInt(Done::position).max().orElse(0) + 1;
            session.execute(insertInto(SEED).row(new Done(seed.name(), position, 1, now)));
        } else if (!seed.once()) {
            session.execute(update(SEED)
                    .set(SEED.RUNS, before.runs() + 1)
                    .set(SEED.DONE_AT, now)
                    .where(SEED.NAME.eq(seed.name())));
        }
        return before != null;
    }
}
