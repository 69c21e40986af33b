package dev.rowan.execute;

import dev.rowan.error.BulkException;
import dev.rowan.error.QueryException;
import dev.rowan.error.ValidationException;
import dev.rowan.expression.BoundValue;
import dev.rowan.query.Insert;
import dev.rowan.query.Sql;
import dev.rowan.render.Feature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Support;
import dev.rowan.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows by few statements, of which only one at a time is in memory. A statement that fails is taken back and halved
 * until the row is found that fails it. For one transaction, on one thread.
 */
final class BulkInsert<R> {
    private static final int USUAL_ROWS = 5_000; // docs/writes.md

    private final StatementRunner runner;
    private final Connection connection;
    private final Table<R> table;
    private final Bulk options;
    private final @Nullable InsertedKeys<R, ?> keys;
    private final boolean findsRow;
    private final boolean heard;
    private final List<Insert<R, ?>> written = new ArrayList<>(0); // what those who listen are told of after the commit

    BulkInsert(
            StatementRunner runner,
            Connection connection,
            Table<R> table,
            Bulk options,
            @Nullable InsertedKeys<R, ?> keys) {
        this.runner = runner;
        this.connection = connection;
        this.table = table;
        this.options = options;
        this.keys = keys;
        this.heard = runner.writes().areHeard(table);
        this.findsRow = runner.dialect().support(Feature.NESTED_TRANSACTION) != Support.REFUSED;
    }

    long run(Collection<? extends R> rows) {
        long done = 0;
        int most = mostRows();
        List<R> chunk = new ArrayList<>();
        for (R row : rows) {
            chunk.add(row);
            if (chunk.size() == most) {
                done = insert(chunk, done, rows.size());
                chunk.clear();
            }
        }
        return chunk.isEmpty() ? done : insert(chunk, done, rows.size());
    }

    /** What was inserted, if somebody listens. */
    List<Insert<R, ?>> written() {
        return written;
    }

    private int mostRows() {
        int columns = Math.max(1, table.columns().size());
        int possible = Math.max(1, runner.dialect().maximumBinds() / columns);
        int wanted = options.rowsPerStatement() == 0 ? USUAL_ROWS : options.rowsPerStatement();
        return Math.min(possible, wanted);
    }

    private long insert(List<R> chunk, long before, long total) {
        Insert<R, ?> prepared = prepared(chunk, before);
        insert(prepared, before);
        runner.writes().after(prepared, chunk.size());
        if (heard) {
            written.add(prepared);
        }
        long done = before + chunk.size();
        Bulk.Listener listener = options.listener();
        if (listener != null) {
            listener.inserted(done, total);
        }
        return done;
    }

    /** Finds what is wrong with rows before they are sent. */
    private Insert<R, ?> prepared(List<R> chunk, long offset) {
        try {
            return runner.prepared(Sql.insertInto(table).rows(chunk));
        } catch (ValidationException e) {
            throw e.after(offset);
        } catch (IllegalArgumentException e) {
            throw unsendable(chunk, offset, e);
        }
    }

    private void insert(Insert<R, ?> part, long offset) {
        RenderedSql sql = runner.rendered(part);
        int rows = part.rowCount();
        if (rows > 1 && bytes(sql) > runner.dialect().maximumStatementBytes()) {
            insert(part.ofRows(range(0, rows / 2)), offset);
            insert(part.ofRows(range(rows / 2, rows)), offset + rows / 2);
        } else if (findsRow) {
            Savepoint savepoint = inJdbc(connection::setSavepoint);
            try {
                send(part, sql);
            } catch (QueryException e) {
                if (!isOfRow(e)) {
                    throw e;
                }
                throw findRow(part, offset, savepoint, e);
            }
            release(savepoint);
        } else {
            send(part, sql);
        }
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private void send(Insert<R, ?> part, RenderedSql sql) {
        if (keys == null) {
            runner.execute(connection, sql);
        } else {
            keys.insert(part, sql);
        }
    }

    /** Whether other rows may be right. */
    private static boolean isOfRow(QueryException e) {
        return switch (e.kind()) {
            case CONFLICT, TIMEOUT, CONNECTION, INCOMPLETE, INVALID_SQL -> false;
            default -> true;
        };
    }

    private static long bytes(RenderedSql sql) {
        long bytes = sql.text().length();
        for (BoundValue<?> bind : sql.binds()) {
            Object value = bind.value();
            if (value instanceof CharSequence text) {
                bytes += 3L * text.length();
            } else if (value instanceof byte[] raw) {
                bytes += 2L * raw.length; // escaped, at worst
            } else {
                bytes += 16;
            }
        }
        return bytes;
    }

    private RuntimeException unsendable(List<R> chunk, long offset, IllegalArgumentException failure) {
        for (int i = 0; i < chunk.size(); i++) {
            try {
                runner.prepared(Sql.insertInto(table).row(chunk.get(i)));
            } catch (IllegalArgumentException e) {
                return new BulkException(offset + i, table.toString(), e);
            }
        }
        return failure;
    }

    /** Takes the statement back, and inserts halves of its rows until one is left that fails. */
    private RuntimeException findRow(Insert<R, ?> part, long offset, Savepoint savepoint, QueryException failure) {
        rollBack(savepoint);
        int rows = part.rowCount();
        if (rows == 1) {
            return new BulkException(offset, table.toString(), failure);
        }
        try {
            insert(part.ofRows(range(0, rows / 2)), offset);
            insert(part.ofRows(range(rows / 2, rows)), offset + rows / 2);
        } catch (BulkException | QueryException e) {
            return e;
        }
        return failure; // which does not come again
    }

    private void rollBack(Savepoint savepoint) {
        inJdbc(() -> {
            connection.rollback(savepoint);
            return savepoint;
        });
    }

    private void release(Savepoint savepoint) {
        inJdbc(() -> {
            connection.releaseSavepoint(savepoint);
            return savepoint;
        });
    }

    private Savepoint inJdbc(SavepointCall call) {
        try {
            return call.run();
        } catch (SQLException e) {
            throw runner.failure(null, e);
        }
    }

    private interface SavepointCall {
        Savepoint run() throws SQLException;
    }
}
