package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.error.RowCountException;
import dev.rowan.error.RowanException;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Selectable;
import dev.rowan.include.Fetcher;
import dev.rowan.include.GraphPlan;
import dev.rowan.query.Select;
import dev.rowan.query.SqlQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import dev.rowan.render.RenderedSql;
import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;
import dev.rowan.row.RowReader;
import dev.rowan.row.RowReaders;
import dev.rowan.type.Codecs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Plans statements for one dialect and runs them on a connection that is lent to it. Immutable and thread-safe. */
final class StatementRunner {
    private final Dialect dialect;
    private final @Nullable StatementListener listener;
    private final @Nullable Identifier schema; // of tables that name none
    private final Limits limits;

    StatementRunner(Dialect dialect) {
        this(dialect, null, null, Limits.NONE);
    }

    private StatementRunner(
            Dialect dialect, @Nullable StatementListener listener, @Nullable Identifier schema, Limits limits) {
        this.dialect = dialect;
        this.listener = listener;
        this.schema = schema;
        this.limits = limits;
    }

    Dialect dialect() {
        return dialect;
    }

    StatementRunner with(StatementListener added) {
        StatementListener before = listener;
        return new StatementRunner(
                dialect,
                before == null
                        ? added
                        : event -> {
                            before.executed(event);
                            added.executed(event);
                        },
                schema,
                limits);
    }

    StatementRunner inSchema(String name) {
        return new StatementRunner(dialect, listener, Identifier.of(name), limits);
    }

    StatementRunner with(Limits newLimits) {
        return new StatementRunner(dialect, listener, schema, newLimits);
    }

    /** What is known of a statement before it is run; remembered on the statement. */
    record Plan<R>(
            Dialect dialect,
            @Nullable Identifier schema,
            RenderedSql sql,
            @Nullable RowReader<R> reader,
            @Nullable GraphPlan<R> graph) {

        /** The columns after those of the query that what it includes needs. */
        List<Selectable<?>> added(Select<R, ?> query) {
            List<Selectable<?>> all =
                    graph == null ? query.columns() : graph.statement().columns();
            return all.subList(query.width(), all.size());
        }
    }

    /** Renders a select and checks what its rows become, without any I/O. */
    @SuppressWarnings("unchecked") // the memo of a query of R is a plan of R
    <R> Plan<R> plan(SqlQuery<R> query) {
        if (query.memo() instanceof Plan<?> known && known.dialect == dialect && Objects.equals(known.schema, schema)) {
            return (Plan<R>) known;
        }
        Plan<R> plan =
                query instanceof Select<R, ?> select && !select.includes().isEmpty()
                        ? plan(GraphPlan.of(select, dialect))
                        : new Plan<>(dialect, schema, dialect.render(query, schema), reader(query), null);
        query.remember(plan);
        return plan;
    }

    private <R> Plan<R> plan(GraphPlan<R> graph) {
        return new Plan<>(dialect, schema, dialect.render(graph.statement(), schema), null, graph);
    }

    private <R> RowReader<R> reader(SqlQuery<R> query) {
        if (query instanceof Select<R, ?> select) {
            return reader(select);
        }
        return RowReaders.reader(query.target(), query.shape(), dialect.codecs());
    }

    /** Readers of one codec set. */
    private record Known<R>(Codecs codecs, RowReader<R> reader) {}

    /** Without joins and subtotals the shape is that of the columns, so that a query built anew from the same columns finds its reader. */
    @SuppressWarnings("unchecked") // the memo of a selection of R reads R
    private <R> RowReader<R> reader(Select<R, ?> select) {
        Codecs codecs = dialect.codecs();
        boolean plain = select.joins().isEmpty() && !select.isSubtotalled();
        if (plain && select.selection().memo() instanceof Known<?> known && known.codecs == codecs) {
            return (RowReader<R>) known.reader;
        }
        RowReader<R> reader = RowReaders.reader(select.target(), select.shape(), codecs);
        if (plain) {
            select.selection().remember(new Known<>(codecs, reader));
        }
        return reader;
    }

    RenderedSql render(SqlStatement statement) {
        if (statement instanceof SqlQuery<?> query) {
            return plan(query).sql();
        }
        return dialect.render(statement, schema);
    }

    <R> Optional<R> fetchOptional(Connection connection, RenderedSql sql, RowReader<R> reader) {
        return query(connection, sql, rows -> only(rows, reader, sql), row -> row.isPresent() ? 1 : 0);
    }

    private static <R> Optional<R> only(ResultSet rows, RowReader<R> reader, RenderedSql sql) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        R row = reader.read(rows);
        if (rows.next()) {
            throw new RowCountException(
                    "expected at most one row, got more; use fetch(…), or limit(1) with an order, for the" + " query "
                            + sql);
        }
        return Optional.ofNullable(row);
    }

    <R> List<R> fetch(Connection connection, Plan<R> plan) {
        RowReader<R> reader = plan.reader;
        if (reader != null) {
            return query(connection, plan.sql, reader::readAll, List::size);
        }
        GraphPlan<R> graph = Objects.requireNonNull(plan.graph);
        RowBuffer buffer = graph.newBuffer();
        store(connection, plan.sql, graph.reader(), buffer);
        return graph.assemble(buffer, fetcher(connection));
    }

    /** What loads included rows on a connection. */
    Fetcher fetcher(Connection connection) {
        return (part, reader, buffer) -> store(connection, renderPart(part), reader, buffer);
    }

    /** The SQL of a select whose rows somebody else knows how to read. */
    RenderedSql renderPart(Select<?, ?> part) {
        return dialect.render(part, schema);
    }

    boolean hasRow(Connection connection, RenderedSql sql) {
        return query(connection, sql, ResultSet::next, found -> found ? 1 : 0);
    }

    private void store(Connection connection, RenderedSql sql, GraphReader<?> reader, RowBuffer buffer) {
        int before = buffer.rows();
        query(
                connection,
                sql,
                rows -> {
                    reader.readAll(rows, buffer);
                    return buffer;
                },
                read -> read.rows() - before);
    }

    <T> T query(Connection connection, RenderedSql sql, Reading<T> reading, Counting<T> counting) {
        long start = begin();
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            limit(statement);
            sql.bind(statement, dialect.codecs());
            T result;
            try (ResultSet rows = statement.executeQuery()) {
                result = reading.read(rows);
            }
            dialect.requireComplete(statement);
            long count = counting.count(result);
            checkRows(count, sql);
            succeeded(sql, start, count);
            return result;
        } catch (SQLException e) {
            throw failed(sql, start, failure(sql.text(), e));
        } catch (RowanException e) {
            throw failed(sql, start, e);
        }
    }

    long execute(Connection connection, RenderedSql sql) {
        long start = begin();
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            limit(statement);
            sql.bind(statement, dialect.codecs());
            long rows = statement.executeUpdate();
            dialect.requireComplete(statement);
            succeeded(sql, start, rows);
            return rows;
        } catch (SQLException e) {
            throw failed(sql, start, failure(sql.text(), e));
        }
    }

    private void limit(PreparedStatement statement) throws SQLException {
        if (limits.equals(Limits.NONE)) {
            return;
        }
        if (limits.maximumTime() != null) {
            statement.setQueryTimeout((int) limits.maximumTime().toSeconds());
        }
        if (limits.maximumRows() > 0) {
            statement.setMaxRows((int) limits.maximumRows() + 1); // one more tells that there are too many
        }
    }

    /** Limits a statement, and has its rows come a part at a time. */
    void prepareToStream(PreparedStatement statement) throws SQLException {
        limit(statement);
        int size = dialect.streaming().fetchSize();
        long most = limits.maximumRows() > 0 ? limits.maximumRows() + 1 : Integer.MAX_VALUE;
        statement.setFetchSize((int) Math.min(size, most)); // JDBC allows none above the limit
    }

    void checkRows(long rows, RenderedSql sql) {
        if (limits.maximumRows() > 0 && rows > limits.maximumRows()) {
            throw new RowCountException("expected at most " + limits.maximumRows()
                    + " rows, as the limits say, got more; add limit(…), or raise the limits, for the query " + sql);
        }
    }

    /** The plan of a query as the database tells it, a line for each row; the limit of rows is not for them. */
    String explain(Connection connection, RenderedSql sql) {
        return with(new Limits(0, limits.maximumTime()))
                .query(
                        connection,
                        dialect.explained(sql),
                        StatementRunner::lines,
                        plan -> plan.lines().count());
    }

    private static String lines(ResultSet rows) throws SQLException {
        StringJoiner lines = new StringJoiner("\n");
        while (rows.next()) {
            StringJoiner line = new StringJoiner(" | ");
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                line.add(rows.getString(i));
            }
            lines.add(line.toString());
        }
        return lines.toString();
    }

    long begin() {
        return listener != null || SqlLog.isOn() ? System.nanoTime() : 0;
    }

    void succeeded(RenderedSql sql, long start, long rows) {
        if (start != 0) {
            tell(new StatementEvent(sql, Duration.ofNanos(System.nanoTime() - start), rows, null));
        }
    }

    RowanException failed(RenderedSql sql, long start, RowanException failure) {
        if (start != 0) {
            try {
                tell(new StatementEvent(sql, Duration.ofNanos(System.nanoTime() - start), 0, failure));
            } catch (RuntimeException e) {
                failure.addSuppressed(e); // what failed first is what the caller must know
            }
        }
        return failure;
    }

    QueryException failure(@Nullable String sql, SQLException cause) {
        QueryException.Kind kind = cause instanceof SQLTransientConnectionException
                ? QueryException.Kind.CONNECTION // also what the pool throws when it is exhausted
                : dialect.classify(cause);
        return new QueryException(kind, sql, cause.getSQLState(), cause.getErrorCode(), cause);
    }

    private void tell(StatementEvent event) {
        if (SqlLog.isOn()) {
            SqlLog.INSTANCE.executed(event);
        }
        if (listener != null) {
            listener.executed(event);
        }
    }

    interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    interface Counting<T> {
        long count(T result);
    }
}
