package dev.rowan.execute;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.RowCountException;
import dev.rowan.error.RowCountException.Kind;
import dev.rowan.error.StaleRowException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.include.LaterLoad;
import dev.rowan.query.Insert;
import dev.rowan.query.RowQuery;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.query.SqlCommand;
import dev.rowan.query.SqlQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.query.Update;
import dev.rowan.query.Violations;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Support;
import dev.rowan.render.UpsertOutcomes;
import dev.rowan.row.RowReader;
import dev.rowan.schema.Include;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.UniqueKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements: a {@link Database}, each on a connection of its own, or a {@link Transaction}. A statement that cannot
 * be run as it is written fails with {@link dev.rowan.error.InvalidQueryException} or {@link
 * dev.rowan.error.UnsupportedFeatureException} before anything is sent; one that the database refuses fails with {@link
 * dev.rowan.error.QueryException}.
 */
public abstract sealed class SqlExecutor permits Database, Transaction, Session {
    private final StatementRunner runner;

    SqlExecutor(StatementRunner runner) {
        this.runner = runner;
    }

    final StatementRunner runner() {
        return runner;
    }

    /** Lends a connection to the work. */
    abstract <T extends @Nullable Object> T withConnection(Work<T> work);

    /** Whether what is executed is part of a transaction that goes on. */
    abstract boolean isWithinTransaction();

    /**
     * Lends a connection to work that only reads.
     *
     * @param anywhere whether a copy of the database will do
     */
    <T extends @Nullable Object> T reading(boolean anywhere, Work<T> work) {
        return withConnection(work);
    }

    /** Lends a connection to the work, in a transaction that is rolled back if it throws. */
    final <T extends @Nullable Object> T withTransaction(Work<T> work) {
        return withTransaction(work, null);
    }

    /** As {@link #withTransaction(Work)}; what was done is told after the commit, if that can be seen. */
    abstract <T extends @Nullable Object> T withTransaction(Work<T> work, @Nullable Consumer<? super T> committed);

    /** Opens a stream on a connection of its own, or on that of the transaction. */
    abstract <R extends @Nullable Object> RowStream<R> open(StreamPlan<R> plan);

    /** Something done with a connection. */
    interface Work<T extends @Nullable Object> {
        T run(Connection connection);
    }

    /** The dialect in which statements are rendered. */
    public final Dialect dialect() {
        return runner.dialect();
    }

    /** The schema of tables that name none; null for the connection's own. */
    public final @Nullable String schema() {
        return runner.schema();
    }

    /** The SQL of a statement, without running it. A select is checked against its record too. */
    public final RenderedSql render(SqlStatement statement) {
        return (statement instanceof SqlQuery<?> query ? runner.of(query) : runner).render(statement);
    }

    /**
     * Fetches all rows, and what they include: in the same statement, or by one more for an association, as {@link #explain} tells.
     *
     * @return a new list, which is the caller's own; empty if there is no row
     */
    public final <R extends @Nullable Object> List<R> fetch(SqlQuery<R> query) {
        StatementRunner its = runner.of(query);
        Plan<R> plan = its.plan(query);
        return lend(plan, connection -> its.fetch(connection, plan), List::size);
    }

    /** Lends a connection to the fetching of a query; one that writes is undone if it fails, be it by its rows. */
    private <T extends @Nullable Object> T lend(Plan<?> plan, Work<T> work, StatementRunner.Counting<T> counting) {
        RowWrite<?> write = plan.write();
        return write == null ? lend(plan, work) : written(write, work, counting, true);
    }

    /** Lends a connection to the reading of a query, which writes only by a common table expression, if at all. */
    private <T extends @Nullable Object> T lend(Plan<?> plan, Work<T> work) {
        return plan.sql().writesRows()
                ? withTransaction(work)
                : reading(!plan.sql().needsPrimary(), work);
    }

    /** Does what a write has been rendered to, and tells those who listen to its table. */
    private <T extends @Nullable Object> T written(
            RowWrite<?> write, Work<T> work, StatementRunner.Counting<T> counting, boolean canFail) {
        boolean heard = runner.writes().areHeard(write.table());
        if (!heard && !canFail) {
            return withConnection(connection -> checked(connection, write, work.run(connection), counting));
        }
        runner.dialect().require(Feature.WRITE_IN_TRANSACTION);
        Work<T> told = connection -> {
            T done = checked(connection, write, work.run(connection), counting);
            if (heard) {
                runner.writes().after(write, counting.count(done));
            }
            return done;
        };
        return heard
                ? withTransaction(told, done -> runner.writes().afterCommit(write, counting.count(done)))
                : withTransaction(told);
    }

    /** Fails where the row that was to be updated is not of the version that it was to be of. */
    private <T extends @Nullable Object> T checked(
            Connection connection, RowWrite<?> write, T done, StatementRunner.Counting<T> counting) {
        if (write instanceof Update<?> update && update.versionedKey() != null && counting.count(done) == 0) {
            boolean there = runner.hasRow(
                    connection,
                    runner.rendered(Sql.select()
                            .from(update.table())
                            .where(update.versionedKey())
                            .unfiltered(update.unfiltered())
                            .anyRow()));
            throw new StaleRowException(update.table().toString(), !there);
        }
        return done;
    }

    /**
     * Fetches the only row: {@code db.fetchOne(select(count()).from(ORDER))}.
     *
     * @return the row; null only if it is a single value, and that is NULL
     * @throws RowCountException if there is none, or more than one
     */
    public final <R extends @Nullable Object> R fetchOne(SqlQuery<R> query) {
        StatementRunner its = runner.of(query);
        Plan<R> plan = its.plan(query);
        return lend(plan, connection -> only(its.fetch(connection, plan), plan), row -> 1);
    }

    private static <R extends @Nullable Object> R only(List<R> rows, Plan<R> plan) {
        if (rows.size() != 1) {
            throw rows.isEmpty()
                    ? new RowCountException(
                            Kind.NONE,
                            "expected exactly one row, got none; use fetchOptional(…) where there may be none, for the query "
                                    + plan.sql())
                    : new RowCountException(
                            Kind.SEVERAL,
                            "expected exactly one row, got " + rows.size()
                                    + "; use fetch(…), or limit(1) with an order, for the query " + plan.sql());
        }
        return rows.get(0);
    }

    /**
     * Fetches the only row, if there is one. A row that consists of NULL counts as none.
     *
     * @throws RowCountException if there is more than one
     */
    public final <R extends @Nullable Object> Optional<@NonNull R> fetchOptional(SqlQuery<R> query) {
        StatementRunner its = runner.of(query);
        Plan<R> plan = its.plan(query);
        RowReader<R> reader = plan.reader();
        if (reader != null) {
            return lend(
                    plan,
                    connection -> its.fetchOptional(connection, plan.sql(), reader),
                    row -> row.isPresent() ? 1 : 0);
        }
        return lend(plan, connection -> atMostOne(its.fetch(connection, plan), plan), row -> row.isPresent() ? 1 : 0);
    }

    private static <R extends @Nullable Object> Optional<@NonNull R> atMostOne(List<R> rows, Plan<R> plan) {
        if (rows.size() > 1) {
            throw new RowCountException(
                    Kind.SEVERAL,
                    "expected at most one row, got " + rows.size()
                            + "; use fetch(…), or limit(1) with an order, for the query " + plan.sql());
        }
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /**
     * Finds the row of a key: {@code db.find(USER.KEY, id)}.
     *
     * @throws IllegalArgumentException if the key is null
     */
    public final <R, K> Optional<R> find(PrimaryKey<R, K> key, K value) {
        return fetchOptional(Sql.select().from(key.table()).where(key.column().eq(value)));
    }

    /** Finds the row of a key: {@code db.find(USER.KEY, 42)}. */
    public final <R> Optional<R> find(PrimaryKey<R, Long> key, long value) {
        return find(key, Long.valueOf(value));
    }

    /**
     * How many rows {@code fetch} would yield: {@code db.count(select().from(ORDER).where(…))} is {@code select count(*) from orders
     * where …}. A limit counts, and groups do where there are some; see {@link RowQuery#counted()}.
     */
    public final long count(RowQuery<?> query) {
        return fetchOne(query.counted());
    }

    /** Whether {@code fetch} would yield a row: {@code select id from orders where … fetch first 1 rows only}. */
    public final boolean exists(RowQuery<?> query) {
        Plan<?> plan = runner.plan(query.anyRow());
        return reading(!plan.sql().needsPrimary(), connection -> runner.hasRow(connection, plan.sql()));
    }

    /**
     * Fetches one page of a query, and counts its rows: {@code db.page(query, Page.of(2, 10))} is {@code select … order by …, id offset
     * 10 rows fetch first 10 rows only} and {@code select count(*) from …}. What is included neither cuts nor multiplies rows. The
     * second statement is left out where the page ends the rows; as it is a second one, others may have inserted rows between.
     *
     * <p>The order leaves no two rows equal, see {@link RowQuery#inDefiniteOrder()}; a query without {@code orderBy} is sorted by its
     * primary key alone.
     *
     * @throws dev.rowan.error.InvalidQueryException if the query has a limit or an offset, or nothing tells its rows apart
     */
    public final <R extends @Nullable Object> Paged<R> page(RowQuery<R> query, Page page) {
        Plan<R> plan = runner.plan(Pages.rows(query, page));
        Plan<Long> count = runner.plan(query.counted());
        return lend(plan, connection -> {
            List<R> rows = runner.fetch(connection, plan);
            boolean last = rows.size() < page.size() && (!rows.isEmpty() || page.number() == 1);
            long total = last
                    ? page.offset() + rows.size()
                    : runner.fetch(connection, count).get(0);
            return new Paged<>(rows, page, total);
        });
    }

    /**
     * Fetches one slice of a select, from a place in its order: {@code db.slice(query, Slice.first(20))}, and then {@code
     * db.slice(query, slice.next().get())}, which is {@code select … where id > ? order by id fetch first 21 rows only}. One
     * more row is read to tell whether there are more.
     *
     * <p>The order is that of {@code fetch}, with the keys that {@link RowQuery#inDefiniteOrder()} adds; it may mix directions, and
     * hold NULLs and expressions. The condition of the query may differ from slice to slice, the order and the table may not.
     *
     * @throws IllegalArgumentException if the cursor was made for another table or order, or was damaged
     * @throws dev.rowan.error.InvalidQueryException if the query has a limit or an offset, groups, is distinct, or nothing tells its
     *     rows apart
     */
    public final <R extends @Nullable Object> Sliced<R> slice(Select<R, ?> query, Slice slice) {
        Pages.requireUnlimited(query, "a slice");
        Keyset<R> keyset = Keyset.of(runner, query);
        return lend(runner.plan(query), connection -> keyset.slice(connection, slice));
    }

    /**
     * Reads the rows of a query while they are asked for, in memory that does not grow with their number, and what they include for
     * a thousand at a time. The stream holds a connection, that of the transaction within one, until it is closed or was read to
     * its end.
     *
     * <p>On MySQL and MariaDB, whose drivers run no other statement meanwhile, a query that includes something is read by keys, as
     * {@link #slice} does, in one transaction, and sorted as slices are; any other cannot be interleaved with statements of the same
     * transaction there.
     *
     * @return the open stream, which is the caller's to close
     * @throws dev.rowan.error.InvalidQueryException if the query writes
     */
    public final <R extends @Nullable Object> RowStream<R> stream(SqlQuery<R> query) {
        return open(StreamPlan.of(runner.of(query), query));
    }

    /** Reads the rows of a query one by one, as {@link #stream(SqlQuery)} does, and closes the stream. */
    public final <R extends @Nullable Object> void stream(SqlQuery<R> query, Consumer<? super R> reader) {
        try (RowStream<R> rows = stream(query)) {
            rows.forEach(reader);
        }
    }

    /**
     * Executes an insert, an update, a delete or a definition.
     *
     * @return how many rows it touched
     */
    public final long execute(SqlCommand command) {
        if (runner.dialect().support(Feature.WRITE_IN_TRANSACTION) == Support.REFUSED && isWithinTransaction()) {
            runner.dialect().require(Feature.WRITE_IN_TRANSACTION);
        }
        if (command instanceof RowWrite<?> write) {
            return write(write);
        }
        RenderedSql sql = runner.render(command);
        return withConnection(connection -> runner.execute(connection, sql));
    }

    private <R> long write(RowWrite<R> write) {
        RowWrite<R> prepared = runner.writes().prepared(write);
        RenderedSql sql = runner.rendered(prepared);
        return written(prepared, connection -> runner.execute(connection, sql), rows -> rows, false);
    }

    /**
     * Executes an insert that says {@code onConflict(key)}, and tells of each row what became of it:
     *
     * <pre>{@code
     * db.upsert(insertInto(USER).rows(users).onConflict(USER.BY_EMAIL).doUpdate(u -> u.NAME), USER.KEY)
     * // insert into users (name, email) values … on conflict (email) do update set name = excluded.name returning email, id, …
     * }</pre>
     *
     * All in one transaction. Rows are found again by the key whose conflicts are handled, so a key that is told is never another
     * row's. Of rows with the same key the later ones see the earlier. Where the server does not tell whether a row was there ({@link
     * Dialect#upsertOutcomes()}), its outcome is {@link Upserted.Outcome#UNKNOWN}.
     *
     * @return what became of each row, in the order of the insert; a new list, which is the caller's own
     * @throws dev.rowan.error.InvalidQueryException if the insert names no key, or does not set its columns to values
     */
    public final <R, K> List<Upserted<K>> upsert(Insert<R, ?> insert, PrimaryKey<R, K> key) {
        Insert<R, ?> prepared = runner.prepared(insert);
        UpsertRun.check(runner, prepared);
        return atomically(
                connection -> {
                    List<Upserted<K>> done = UpsertRun.of(runner, connection, prepared, key.column())
                            .run();
                    runner.writes().after(prepared, written(done));
                    return done;
                },
                ifHeard(prepared.table(), done -> runner.writes().afterCommit(prepared, written(done))));
    }

    /**
     * Inserts a row unless its key is there, and fetches the row that then is, whoever inserts the same at the same time: {@code
     * db.insertOrGet(insertInto(USER).row(user), USER.BY_EMAIL)}.
     *
     * @throws dev.rowan.error.InvalidQueryException if the insert is of several rows, says onConflict itself, or does not set the key's
     *     columns to values
     * @throws dev.rowan.error.UnsupportedFeatureException if the server does not tell whether the row was there
     */
    public final <R> GotOrInserted<R> insertOrGet(Insert<R, ?> insert, UniqueKey<R> key) {
        if (insert.rowCount() != 1 || insert.conflict() != null) {
            throw new InvalidQueryException("expected an insert of one row without onConflict(…) to insert or get, got "
                    + (insert.rowCount() == 1 ? "onConflict(…)" : insert.rowCount() + " rows"));
        }
        if (dialect().upsertOutcomes() == UpsertOutcomes.UNKNOWN) {
            throw new UnsupportedFeatureException(
                    "insertOrGet, which must know whether the row was there",
                    dialect().toString(),
                    "use upsert(…), and fetch the row");
        }
        Insert<R, ?> guarded = runner.prepared(insert.onConflict(key).doNothing());
        UpsertRun.check(runner, guarded);
        return atomically(
                connection -> {
                    GotOrInserted<R> got = UpsertRun.getOrInsert(runner, connection, guarded, key);
                    if (got.inserted()) {
                        runner.writes().after(guarded, 1);
                    }
                    return got;
                },
                ifHeard(guarded.table(), got -> {
                    if (got.inserted()) {
                        runner.writes().afterCommit(guarded, 1);
                    }
                }));
    }

    /** What tells of a commit, or null if nobody listens to the table. */
    private <T> @Nullable Consumer<T> ifHeard(Table<?> table, Consumer<T> telling) {
        return runner.writes().areHeard(table) ? telling : null;
    }

    /** How many rows an upsert has touched, as far as that is known. */
    private static long written(List<? extends Upserted<?>> rows) {
        return rows.stream()
                .filter(row -> row.outcome() != Upserted.Outcome.UNCHANGED)
                .count();
    }

    /**
     * Inserts many rows, all or none, by few statements: {@code db.insertAll(USER, users)}. Rows are taken from the collection as they are
     * needed; more than one statement holds are gone through twice, for all are checked before the first is sent.
     *
     * @return how many rows there were
     * @throws dev.rowan.error.ValidationException if rows break rules of their columns; it names them
     * @throws dev.rowan.error.BulkException if a row is refused; it names the row's index
     */
    public final <R> long insertAll(Table<R> table, Collection<? extends R> rows) {
        return insertAll(table, rows, Bulk.DEFAULT);
    }

    /** As {@link #insertAll(Table, Collection)}, with options. */
    public final <R> long insertAll(Table<R> table, Collection<? extends R> rows, Bulk options) {
        if (rows.isEmpty()) {
            return 0;
        }
        BulkRows<R> checked = BulkRows.of(runner, table, rows, options);
        List<Insert<R, ?>> written = new ArrayList<>(0);
        return atomically(
                connection -> {
                    written.clear();
                    BulkInsert<R> bulk = new BulkInsert<>(runner, connection, table, options, null);
                    long done = bulk.run(checked);
                    written.addAll(bulk.written());
                    return done;
                },
                ifHeard(table, done -> tellCommitted(written)));
    }

    /**
     * Inserts many rows, all or none, and yields their keys: {@code db.insertAll(USER, users, USER.KEY)}. Generated keys are told apart by a
     * unique key of the table, {@code USER.BY_EMAIL}; without one, rows are inserted one by one.
     *
     * @return the keys in the order of the rows; a new list, which is the caller's own
     * @throws dev.rowan.error.BulkException if a row is refused; it names the row's index
     */
    public final <R, K> List<K> insertAll(Table<R> table, Collection<? extends R> rows, PrimaryKey<R, K> key) {
        return insertAll(table, rows, key, Bulk.DEFAULT);
    }

    /** As {@link #insertAll(Table, Collection, PrimaryKey)}, with options. */
    public final <R, K> List<K> insertAll(
            Table<R> table, Collection<? extends R> rows, PrimaryKey<R, K> key, Bulk options) {
        if (rows.isEmpty()) {
            return new ArrayList<>();
        }
        BulkRows<R> checked = BulkRows.of(runner, table, rows, options);
        List<Insert<R, ?>> written = new ArrayList<>(0);
        return atomically(
                connection -> {
                    written.clear();
                    InsertedKeys<R, K> keys = new InsertedKeys<>(runner, connection, key.column());
                    BulkInsert<R> bulk = new BulkInsert<>(runner, connection, table, options, keys);
                    bulk.run(checked);
                    written.addAll(bulk.written());
                    return keys.collected();
                },
                ifHeard(table, done -> tellCommitted(written)));
    }

    /**
     * Inserts records with what the named associations hold, all or none: {@code db.insertGraph(orders, ORDER.LINE_ITEMS)}, and nested
     * {@code db.insertGraph(users, USER.ORDERS.include(o -> o.LINE_ITEMS))}. One table after another, as {@link #insertAll(Table,
     * Collection, PrimaryKey)} inserts them: first what the records refer to, then they, then what refers to them. Foreign keys are
     * set, whatever the records hold; associations that are not named are left alone. Automatic columns are filled in the database,
     * not in the records.
     *
     * <pre>{@code
     * // insert into orders (note, …) values (?, …)
     * // insert into line_items (order_id, …) values (?, …), (?, …)
     * }</pre>
     *
     * @return the records as they were inserted, with their keys, in order; a new list, which is the caller's own
     * @throws dev.rowan.error.InvalidQueryException if a named association is not loaded, or goes through a table in between
     * @throws dev.rowan.error.ValidationException if records break rules of their columns; it names them by their index among those of their
     *     table
     * @throws dev.rowan.error.BulkException if a row is refused; it names the row's index among those of its table
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final <R> List<R> insertGraph(
            Collection<? extends R> records, Include<R, ?, ?> first, Include<R, ?, ?>... rest) {
        List<Include<R, ?, ?>> includes = new ArrayList<>(List.of(rest));
        includes.add(0, first);
        GraphInsert<R> graph = GraphInsert.of(first.association().owner(), includes);
        List<R> all = List.copyOf(records);
        graph.requireLoaded(all);
        if (all.isEmpty()) {
            return new ArrayList<>();
        }
        Violations violations = new Violations();
        graph.check(runner, all, Set.of(), violations);
        violations.requireNone();
        List<Insert<?, ?>> written = new ArrayList<>();
        return atomically(
                connection -> {
                    written.clear(); // of an attempt that was undone
                    return graph.insert(new GraphInsert.Run(runner, connection, written), all);
                },
                runner.writes().areHeard() ? done -> tellCommitted(written) : null);
    }

    private void tellCommitted(List<? extends Insert<?, ?>> inserts) {
        inserts.forEach(this::tellCommitted);
    }

    private <R> void tellCommitted(Insert<R, ?> insert) {
        runner.writes().afterCommit(insert, insert.rowCount());
    }

    /** Does work of several statements, all or none of it; what a deadlock undid is tried again, unless it is part of a transaction. */
    abstract <T> T atomically(Work<T> work, @Nullable Consumer<? super T> committed);

    /**
     * How the database would run an insert, an update or a delete, in its own words, and what stands in for what it lacks. The statement is
     * planned, not run.
     */
    public final String explain(RowWrite<?> write) {
        RenderedSql sql = runner.render(write);
        String steps = withConnection(connection -> Explanation.of(runner, connection, sql));
        String standIn = dialect().standInFor(write);
        return standIn.isEmpty() ? steps : steps + "\n" + standIn;
    }

    /**
     * How the database would run a query, in its own words, and how what it includes is loaded. The query is planned, not run.
     *
     * @return a line for each step of the query's own statement, and one for each association, such as {@code orders.lineItems:
     *     KEYED, by one more statement for every 4096 keys}
     */
    public final String explain(SqlQuery<?> query) {
        Plan<?> plan = runner.of(query).plan(query);
        String steps = withConnection(connection -> Explanation.of(runner, connection, plan.sql()));
        if (plan.emulated() != null) {
            return steps + "\n" + plan.emulated().describe();
        }
        return plan.graph() == null
                ? steps
                : steps + "\n" + String.join("\n", plan.graph().describe());
    }

    /**
     * Loads what an association leads to for records that were fetched before: {@code db.load(orders, ORDER.LINE_ITEMS)}. One
     * statement for all of them, and what the include itself includes as {@code fetch} loads it. The strategy plays no part.
     *
     * @return copies in the order of the records, with another value of the association's component; none changes the records
     * @throws IllegalArgumentException if the include is {@linkplain Include#required() required}
     * @throws dev.rowan.error.InvalidQueryException if the record lacks the key or a component for the association
     */
    public final <R> List<R> load(List<R> records, Include<R, ?, ?> include) {
        LaterLoad<R> later = LaterLoad.of(include, dialect());
        if (records.isEmpty()) {
            return new ArrayList<>();
        }
        return reading(true, connection -> later.load(records, runner.fetcher(connection)));
    }

    /** Loads what an association leads to for one record: {@code db.load(order, ORDER.CUSTOMER)} is its copy with the customer. */
    public final <R> R load(R record, Include<R, ?, ?> include) {
        return load(List.of(record), include).get(0);
    }

    /**
     * Lends the JDBC connection, for what Rowan does not do; it goes back when the work returns or throws, and fails whoever still uses it
     * then. To close it does nothing, and within a transaction it neither commits nor rolls back.
     */
    public final <T extends @Nullable Object> T withJdbc(ConnectionWork<T> work) {
        return withConnection(connection -> {
            try (JdbcLoan loan = new JdbcLoan(connection, !connection.getAutoCommit())) {
                return work.run(loan.lent());
            } catch (SQLException e) {
                throw runner.failure(null, e);
            }
        });
    }
}
