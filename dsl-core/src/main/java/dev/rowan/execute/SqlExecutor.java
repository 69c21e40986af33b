package dev.rowan.execute;

import dev.rowan.error.RowCountException;
import dev.rowan.include.LaterLoad;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.query.SqlCommand;
import dev.rowan.query.SqlQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import dev.rowan.render.RenderedSql;
import dev.rowan.row.RowReader;
import dev.rowan.schema.Include;
import dev.rowan.schema.PrimaryKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements: a {@link Database}, each on a connection of its own, or a {@link Transaction}. A statement that cannot
 * be run as it is written fails with {@link dev.rowan.error.InvalidQueryException} or {@link
 * dev.rowan.error.UnsupportedFeatureException} before anything is sent; one that the database refuses fails with {@link
 * dev.rowan.error.QueryException}.
 */
public abstract sealed class SqlExecutor permits Database, Transaction {
    private final StatementRunner runner;

    SqlExecutor(StatementRunner runner) {
        this.runner = runner;
    }

    final StatementRunner runner() {
        return runner;
    }

    /** Lends a connection to the work. */
    abstract <T extends @Nullable Object> T withConnection(Work<T> work);

    /** Lends a connection to the work, in a transaction that is rolled back if it throws. */
    abstract <T extends @Nullable Object> T withTransaction(Work<T> work);

    /** Opens a stream on a connection of its own, or on that of the transaction. */
    abstract <R> RowStream<R> open(StreamPlan<R> plan);

    /** Something done with a connection. */
    interface Work<T extends @Nullable Object> {
        T run(Connection connection);
    }

    /** The dialect in which statements are rendered. */
    public final Dialect dialect() {
        return runner.dialect();
    }

    /** The SQL of a statement, without running it. A select is checked against its record too. */
    public final RenderedSql render(SqlStatement statement) {
        return runner.render(statement);
    }

    /**
     * Fetches all rows, and what they include: in the same statement, or by one more for an association, as {@link #explain} tells.
     *
     * @return a new list, which is the caller's own; empty if there is no row
     */
    public final <R> List<R> fetch(SqlQuery<R> query) {
        StatementRunner.Plan<R> plan = runner.plan(query);
        return lend(plan, connection -> runner.fetch(connection, plan));
    }

    /** Lends a connection to the fetching of a query; one that writes is undone if it fails, be it by its rows. */
    private <T extends @Nullable Object> T lend(StatementRunner.Plan<?> plan, Work<T> work) {
        return plan.sql().writesRows() ? withTransaction(work) : withConnection(work);
    }

    /**
     * Fetches the only row: {@code db.fetchOne(select(count()).from(ORDER))}.
     *
     * @return the row; null only if it is a single value, and that is NULL
     * @throws RowCountException if there is none, or more than one
     */
    public final <R> R fetchOne(SqlQuery<R> query) {
        StatementRunner.Plan<R> plan = runner.plan(query);
        return lend(plan, connection -> only(runner.fetch(connection, plan), plan));
    }

    private static <R> R only(List<R> rows, StatementRunner.Plan<R> plan) {
        if (rows.size() != 1) {
            throw new RowCountException("expected exactly one row, got " + rows.size()
                    + "; use fetchOptional(…) where there may be none, for the query " + plan.sql());
        }
        return rows.get(0);
    }

    /**
     * Fetches the only row, if there is one. A row that consists of NULL counts as none.
     *
     * @throws RowCountException if there is more than one
     */
    public final <R> Optional<R> fetchOptional(SqlQuery<R> query) {
        StatementRunner.Plan<R> plan = runner.plan(query);
        RowReader<R> reader = plan.reader();
        if (reader != null) {
            return lend(plan, connection -> runner.fetchOptional(connection, plan.sql(), reader));
        }
        return lend(plan, connection -> atMostOne(runner.fetch(connection, plan), plan));
    }

    private static <R> Optional<R> atMostOne(List<R> rows, StatementRunner.Plan<R> plan) {
        if (rows.size() > 1) {
            throw new RowCountException("expected at most one row, got " + rows.size()
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
        StatementRunner.Plan<?> plan = runner.plan(query.anyRow());
        return lend(plan, connection -> runner.hasRow(connection, plan.sql()));
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
    public final <R> Paged<R> page(RowQuery<R> query, Page page) {
        StatementRunner.Plan<R> plan = runner.plan(Pages.rows(query, page));
        StatementRunner.Plan<Long> count = runner.plan(query.counted());
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
    public final <R> Sliced<R> slice(Select<R, ?> query, Slice slice) {
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
    public final <R> RowStream<R> stream(SqlQuery<R> query) {
        return open(StreamPlan.of(runner, query));
    }

    /** Reads the rows of a query one by one, as {@link #stream(SqlQuery)} does, and closes the stream. */
    public final <R> void stream(SqlQuery<R> query, Consumer<? super R> reader) {
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
        RenderedSql sql = runner.render(command);
        return withConnection(connection -> runner.execute(connection, sql));
    }

    /**
     * How the database would run a query, in its own words, and how what it includes is loaded. The query is planned, not run.
     *
     * @return a line for each step of the query's own statement, and one for each association, such as {@code orders.lineItems:
     *     KEYED, by one more statement for every 4096 keys}
     */
    public final String explain(SqlQuery<?> query) {
        StatementRunner.Plan<?> plan = runner.plan(query);
        String steps = withConnection(connection -> runner.explain(connection, plan.sql()));
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
        return withConnection(connection -> later.load(records, runner.fetcher(connection)));
    }

    /** Loads what an association leads to for one record: {@code db.load(order, ORDER.CUSTOMER)} is its copy with the customer. */
    public final <R> R load(R record, Include<R, ?, ?> include) {
        return load(List.of(record), include).get(0);
    }

    /** Lends the JDBC connection, for what Rowan does not do; it goes back when the work returns or throws. */
    public final <T extends @Nullable Object> T withJdbc(ConnectionWork<T> work) {
        return withConnection(connection -> {
            try {
                return work.run(connection);
            } catch (SQLException e) {
                throw runner.failure(null, e);
            }
        });
    }
}
