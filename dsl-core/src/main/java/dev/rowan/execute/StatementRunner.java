package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.error.RowCountException;
import dev.rowan.error.RowCountException.Kind;
import dev.rowan.error.RowanException;
import dev.rowan.expression.BoundRows;
import dev.rowan.expression.Identifier;
import dev.rowan.include.Fetcher;
import dev.rowan.include.GraphPlan;
import dev.rowan.query.BoundQuery;
import dev.rowan.query.Insert;
import dev.rowan.query.Select;
import dev.rowan.query.SqlQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.SqlComment;
import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;
import dev.rowan.row.RowReader;
import dev.rowan.schema.Column;
import dev.rowan.type.ValueBinder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements of one dialect on a connection that is lent to it. Immutable and thread-safe. */
final class StatementRunner {
    private final Planner planner;
    private final @Nullable StatementListener listener;
    private final Limits limits;
    private final Activity activity; // shared by all handles
    private final @Nullable Cancellation cancellation;

    StatementRunner(KnownDialect dialect, Activity activity) {
        this(new Planner(dialect), null, Limits.NONE, activity, null);
    }

    private StatementRunner(
            Planner planner,
            @Nullable StatementListener listener,
            Limits limits,
            Activity activity,
            @Nullable Cancellation cancellation) {
        this.planner = planner;
        this.listener = listener;
        this.limits = limits;
        this.activity = activity;
        this.cancellation = cancellation;
    }

    Activity activity() {
        return activity;
    }

    /** The dialect; the first use of a database that has started without a connection makes one. */
    Dialect dialect() {
        return planner.dialect();
    }

    QueryException.Kind classify(SQLException exception) {
        return planner.known().classify(exception);
    }

    StatementRunner with(StatementListener added) {
        StatementListener before = listener;
        return new StatementRunner(
                planner,
                before == null ? added : new Listeners(before, added, planner),
                limits,
                activity,
                cancellation);
    }

    StatementRunner inSchema(String name) {
        return with(planner.with(Identifier.of(name)));
    }

    StatementRunner with(SqlComment comment) {
        return with(planner.with(comment));
    }

    @Nullable
    SqlComment comment() {
        return planner.comment();
    }

    /** The same on connections of another pool. */
    StatementRunner with(Activity newActivity) {
        return new StatementRunner(planner, listener, limits, newActivity, cancellation);
    }

    StatementRunner with(Limits newLimits) {
        return new StatementRunner(planner, listener, newLimits, activity, cancellation);
    }

    StatementRunner with(Cancellation newCancellation) {
        return new StatementRunner(planner, listener, limits, activity, newCancellation);
    }

    StatementRunner with(Writes newWrites) {
        return with(planner.with(newWrites));
    }

    /** The runner of a query: of a compiled one of which parts are loaded by statements of their own, with its values. */
    StatementRunner of(SqlQuery<?> query) {
        return query instanceof BoundQuery<?> compiled
                        && compiled.query() instanceof Select<?, ?> select
                        && !select.includes().isEmpty()
                ? with(writes().with(compiled))
                : this;
    }

    private StatementRunner with(Planner newPlanner) {
        return new StatementRunner(newPlanner, listener, limits, activity, cancellation);
    }

    @Nullable
    String schema() {
        Identifier schema = planner.schema();
        return schema == null ? null : schema.name();
    }

    /** Whether it makes the same of statements. */
    boolean isLike(StatementRunner other) {
        return planner.isLike(other.planner);
    }

    Writes writes() {
        return planner.writes();
    }

    <R> Plan<R> plan(SqlQuery<R> query) {
        return planner.plan(query, this);
    }

    RenderedSql render(SqlStatement statement) {
        return planner.render(statement, this);
    }

    /** The SQL of a statement that has been prepared. */
    RenderedSql rendered(SqlStatement statement) {
        return planner.rendered(statement);
    }

    <R> Insert<R, ?> prepared(Insert<R, ?> insert) {
        return planner.prepared(insert);
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
                    Kind.SEVERAL,
                    "expected at most one row, got more; use fetch(…), or limit(1) with an order, for the query "
                            + sql);
        }
        return Optional.ofNullable(row);
    }

    <R> List<R> fetch(Connection connection, Plan<R> plan) {
        RowReader<R> reader = plan.reader();
        if (reader != null) {
            return query(connection, plan.sql(), reader::readAll, List::size);
        }
        EmulatedReturning<?, R> emulated = plan.emulated();
        if (emulated != null) {
            List<R> rows = emulated.run(connection);
            checkRows(rows.size(), plan.sql());
            return rows;
        }
        GraphPlan<R> graph = Objects.requireNonNull(plan.graph());
        RowBuffer buffer = graph.newBuffer();
        store(connection, plan.sql(), graph.reader(), buffer);
        return graph.assemble(buffer, fetcher(connection));
    }

    /** What loads included rows on a connection. */
    Fetcher fetcher(Connection connection) {
        return (part, reader, buffer) -> store(connection, renderPart(part), reader, buffer);
    }

    /** The SQL of a select whose rows somebody else knows how to read. */
    RenderedSql renderPart(Select<?, ?> part) {
        return rendered(part);
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
        return sql.isRetried() // only then is there a lambda to make
                ? KeyRace.run(() -> queryOnce(connection, sql, reading, counting))
                : queryOnce(connection, sql, reading, counting);
    }

    private <T> T queryOnce(Connection connection, RenderedSql sql, Reading<T> reading, Counting<T> counting) {
        long start = begin(connection, sql);
        T result;
        long count;
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            limit(connection, statement);
            sql.bind(statement, dialect().codecs());
            begin(statement);
            try (ResultSet rows = statement.executeQuery()) {
                result = reading.read(rows);
            } finally {
                end(statement);
            }
            dialect().requireComplete(statement);
            count = counting.count(result);
            checkRows(count, sql);
        } catch (SQLException | RuntimeException | Error e) {
            throw failed(sql, start, e);
        }
        succeeded(sql, start, count);
        return result;
    }

    long execute(Connection connection, RenderedSql sql) {
        return sql.isRetried() ? KeyRace.run(() -> executeOnce(connection, sql)) : executeOnce(connection, sql);
    }

    private long executeOnce(Connection connection, RenderedSql sql) {
        long start = begin(connection, sql);
        long rows;
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            limit(connection, statement);
            sql.bind(statement, dialect().codecs());
            rows = executeUpdate(statement);
            dialect().requireComplete(statement);
        } catch (SQLException | RuntimeException | Error e) {
            throw failed(sql, start, e);
        }
        succeeded(sql, start, rows);
        return rows;
    }

    /**
     * Executes an insert of one row for each of many rows, whose values take the place of its own. Those who listen are told of one
     * statement, which inserts all of them.
     */
    void executeEach(Connection connection, RenderedSql sql, BoundRows rows) {
        long start = begin(connection, sql);
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            limit(connection, statement);
            List<ValueBinder<Object>> binders = rows.binders(dialect().codecs());
            for (int row = 0; row < rows.size(); row++) {
                for (int i = 0; i < binders.size(); i++) {
                    binders.get(i).bind(statement, i + 1, rows.value(row, i));
                }
                statement.addBatch();
            }
            begin(statement);
            try {
                statement.executeBatch();
            } finally {
                end(statement);
            }
        } catch (SQLException | RuntimeException | Error e) {
            throw failed(sql, start, e);
        }
        succeeded(sql, start, rows.size());
    }

    private long executeUpdate(PreparedStatement statement) throws SQLException {
        begin(statement);
        try {
            return statement.executeUpdate();
        } finally {
            end(statement);
        }
    }

    /** Executes an insert of one row, and answers the key that the database has generated. */
    <K> K executeForKey(Connection connection, RenderedSql sql, Column<?, K> key) {
        long start = begin(connection, sql);
        K generated;
        try (PreparedStatement statement = connection.prepareStatement(sql.text(), Statement.RETURN_GENERATED_KEYS)) {
            limit(connection, statement);
            sql.bind(statement, dialect().codecs());
            long rows = executeUpdate(statement);
            try (ResultSet keys = statement.getGeneratedKeys()) {
                K read = rows == 1 && keys.next()
                        ? key.type().reader(dialect().codecs()).read(keys, 1)
                        : null;
                if (read == null || keys.next()) {
                    Kind kind = read == null ? Kind.NONE : Kind.SEVERAL;
                    throw new RowCountException(
                            kind,
                            "expected the generated key of one row for " + key + ", got "
                                    + (read == null ? "none" : "several") + ", of the statement " + sql);
                }
                generated = read;
            }
        } catch (SQLException | RuntimeException | Error e) {
            throw failed(sql, start, e);
        }
        succeeded(sql, start, 1);
        return generated;
    }

    private void limit(Connection connection, PreparedStatement statement) throws SQLException {
        Deadline deadline = activity.deadline(connection);
        if (deadline == null && limits.isNone()) {
            return;
        }
        int seconds =
                limits.maximumTime() == null ? 0 : (int) limits.maximumTime().toSeconds();
        if (deadline != null) {
            int left = deadline.secondsLeft();
            seconds = seconds == 0 ? left : Math.min(left, seconds);
        }
        if (seconds > 0) {
            statement.setQueryTimeout(seconds);
        }
        if (limits.maximumRows() > 0) {
            statement.setMaxRows((int) limits.maximumRows() + 1); // one more tells that there are too many
        }
    }

    /** Limits a statement, and has its rows come a part at a time. */
    void prepareToStream(Connection connection, PreparedStatement statement) throws SQLException {
        limit(connection, statement);
        int size = dialect().streaming().fetchSize();
        long most = limits.maximumRows() > 0 ? limits.maximumRows() + 1 : Integer.MAX_VALUE;
        statement.setFetchSize((int) Math.min(size, most)); // JDBC allows none above the limit
    }

    void checkRows(long rows, RenderedSql sql) {
        if (limits.maximumRows() > 0 && rows > limits.maximumRows()) {
            throw new RowCountException(
                    Kind.OVER_LIMIT,
                    "expected at most " + limits.maximumRows()
                            + " rows, as the limits say, got more; add limit(…), or raise the limits, for the query "
                            + sql);
        }
    }

    /** For the plan of a query, of whose rows the limit is not. */
    StatementRunner withoutLimitOfRows() {
        return with(new Limits(0, limits.maximumTime()));
    }

    /** Notes that a statement is about to be sent. */
    private void begin(Statement statement) {
        beginCancellable(statement);
        activity.begin(statement);
    }

    private void end(Statement statement) {
        activity.end(statement);
        endCancellable(statement);
    }

    void beginCancellable(Statement statement) {
        if (cancellation != null) {
            cancellation.begin(statement);
        }
    }

    void endCancellable(Statement statement) {
        if (cancellation != null) {
            cancellation.end(statement);
        }
    }

    /** Fails if what is done has been cancelled. */
    void requireUncancelled() {
        if (cancellation != null) {
            cancellation.require();
        }
    }

    /** Begins a statement, unless its transaction has no time left, or it was cancelled. */
    long begin(Connection connection, RenderedSql sql) {
        requireUncancelled();
        Deadline deadline = activity.deadline(connection);
        if (deadline != null) {
            deadline.require();
        }
        if (listener != null) {
            listener.started(sql);
        }
        return listener != null || SqlLog.isOn() ? System.nanoTime() : 0;
    }

    void succeeded(RenderedSql sql, long start, long rows) {
        if (start != 0) {
            tell(sql, start, rows, null);
        }
    }

    /**
     * Tells of the failure of a statement, and answers what its caller gets: what was thrown, but Rowan's own failure for that of the
     * database. An error is thrown.
     */
    RuntimeException failed(RenderedSql sql, long start, Throwable failure) {
        Throwable thrown = failure instanceof SQLException refusal ? refused(sql, refusal) : failure;
        if (start != 0) {
            try {
                tell(sql, start, 0, thrown instanceof RowanException own ? own : broken(thrown));
            } catch (RuntimeException e) {
                if (e != thrown) { // of which the listener may have been told
                    thrown.addSuppressed(e); // what failed first is what the caller must know
                }
            }
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    /** For who listens, the failure of a record's own constructor, a data source or the virtual machine. */
    private static RowanException broken(Throwable failure) {
        return new RowanException(
                "expected a statement that can be sent, and rows that can be read, got "
                        + failure.getClass().getName(),
                failure);
    }

    QueryException failure(@Nullable String sql, SQLException cause) {
        return Failures.of(this, sql, null, cause);
    }

    QueryException refused(RenderedSql sql, SQLException cause) {
        return Failures.of(this, sql.text(), sql.writtenTable(), cause);
    }

    private void tell(RenderedSql sql, long start, long rows, @Nullable RowanException failure) {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        StatementEvent event = new StatementEvent(dialect(), sql, duration, rows, failure);
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
