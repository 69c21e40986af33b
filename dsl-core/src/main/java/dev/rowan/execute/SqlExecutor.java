package dev.rowan.execute;

import dev.rowan.error.RowCountException;
import dev.rowan.query.Sql;
import dev.rowan.query.SqlCommand;
import dev.rowan.query.SqlQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import dev.rowan.render.RenderedSql;
import dev.rowan.row.RowReader;
import dev.rowan.schema.PrimaryKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
     * Fetches all rows, and what they include by one more statement per association.
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
     * Executes an insert, an update, a delete or a definition.
     *
     * @return how many rows it touched
     */
    public final long execute(SqlCommand command) {
        RenderedSql sql = runner.render(command);
        return withConnection(connection -> runner.execute(connection, sql));
    }

    /**
     * How the database would run a query, in its own words. The query is planned, not run; what it includes is left out.
     *
     * @return a line for each step
     */
    public final String explain(SqlQuery<?> query) {
        RenderedSql sql = runner.render(query);
        return withConnection(connection -> runner.explain(connection, sql));
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
