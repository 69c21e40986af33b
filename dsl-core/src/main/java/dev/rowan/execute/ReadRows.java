package dev.rowan.execute;

import dev.rowan.render.RenderedSql;
import dev.rowan.row.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one statement, read from its open result; those that include something in batches. */
final class ReadRows<R extends @Nullable Object> implements RowSource<R> {
    /** How many parents get their children together. */
    static final int BATCH = 1_000;

    private final StatementRunner runner;
    private final Connection connection;
    private final Plan<R> plan;
    private final long start;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final @Nullable RowReader<R> reader; // null if the rows include something
    private @Nullable R row;
    private Iterator<R> batch = List.<R>of().iterator();
    private long count;
    private boolean told;

    ReadRows(StatementRunner runner, Connection connection, Plan<R> plan) {
        this.runner = runner;
        this.connection = connection;
        this.plan = plan;
        this.reader = plan.reader();
        RenderedSql sql = plan.sql();
        this.start = runner.begin(connection, sql);
        PreparedStatement prepared = null;
        try {
            prepared = connection.prepareStatement(sql.text());
            runner.prepareToStream(connection, prepared);
            sql.bind(prepared, runner.dialect().codecs());
            runner.beginCancellable(prepared);
            this.rows = prepared.executeQuery();
            this.statement = prepared;
        } catch (SQLException | RuntimeException | Error e) {
            close(prepared, e);
            throw runner.failed(sql, start, e);
        }
    }

    private void close(@Nullable PreparedStatement prepared, Throwable failure) {
        try {
            if (prepared != null) {
                runner.endCancellable(prepared);
                prepared.close();
            }
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public boolean isAlone() {
        return runner.dialect().streaming().alone();
    }

    @Override
    public boolean next() {
        if (reader != null) {
            return read(current -> row = reader.read(current));
        }
        if (!batch.hasNext()) {
            batch = readBatch().iterator();
        }
        return batch.hasNext();
    }

    @Override
    @SuppressWarnings("NullAway") // a row that is a value may be null, and is then the one that was read
    public R row() {
        return reader != null ? row : batch.next();
    }

    private List<R> readBatch() {
        Batch<R> read = new Batch<>(plan);
        while (read.size() < BATCH && read(read::add)) {
            // until it is full
        }
        return read.rows(runner.fetcher(connection));
    }

    private interface Into {
        void take(ResultSet row) throws SQLException;
    }

    /** Reads a row, if there is one more. */
    private boolean read(Into into) {
        boolean more;
        try {
            runner.requireUncancelled();
            more = rows.next();
            if (more) {
                into.take(rows);
                runner.checkRows(++count, plan.sql());
            } else {
                runner.dialect().requireComplete(statement);
            }
        } catch (SQLException | RuntimeException | Error e) {
            told = true;
            throw runner.failed(plan.sql(), start, e);
        }
        if (!more) {
            tell();
        }
        return more;
    }

    private void tell() {
        if (!told) {
            told = true;
            runner.succeeded(plan.sql(), start, count);
        }
    }

    @Override
    @SuppressWarnings("try") // to close them is all that there is to do
    public void close() {
        try (PreparedStatement closing = statement;
                ResultSet closed = rows) {
            // closes both, also if one fails
        } catch (SQLException e) {
            throw runner.refused(plan.sql(), e);
        } finally {
            runner.endCancellable(statement);
            tell();
        }
    }
}
