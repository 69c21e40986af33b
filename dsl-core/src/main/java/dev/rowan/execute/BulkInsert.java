package dev.rowan.execute;

import dev.rowan.error.BulkException;
import dev.rowan.error.QueryException;
import dev.rowan.expression.BoundRows;
import dev.rowan.query.Insert;
import dev.rowan.render.Feature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Support;
import dev.rowan.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows by few statements, of which only one at a time is in memory. A statement that fails is taken back and halved
 * until the row is found that fails it. For one transaction, on one thread.
 */
final class BulkInsert<R> {
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

    /** Inserts the rows, all of which have been checked. */
    long run(BulkRows<R> rows) {
        rows.forEach((part, before) -> insert(part, before, rows.size()));
        return rows.size();
    }

    /** What was inserted, if somebody listens. */
    List<Insert<R, ?>> written() {
        return written;
    }

    private void insert(Insert<R, ?> prepared, long before, long total) {
        insert(prepared, before);
        int rows = prepared.rowCount();
        runner.writes().after(prepared, rows);
        if (heard) {
            written.add(prepared);
        }
        Bulk.Listener listener = options.listener();
        if (listener != null) {
            listener.inserted(before + rows, total);
        }
    }

    private void insert(Insert<R, ?> part, long offset) {
        int rows = part.rowCount();
        if (rows > 1
                && keys == null
                && runner.dialect().insertsRowByRow()
                && part.values() instanceof BoundRows values) {
            RenderedSql first = runner.rendered(part.ofRows(List.of(0)));
            if (first.bindsOneRow() || values.width() == 0) { // or all is left to the database
                guarded(part, offset, () -> runner.executeEach(connection, first, values));
                return;
            }
        }
        RenderedSql sql = runner.rendered(part);
        if (rows > 1 && sql.mostBytes() > runner.dialect().maximumStatementBytes()) {
            insert(part.ofRows(range(0, rows / 2)), offset);
            insert(part.ofRows(range(rows / 2, rows)), offset + rows / 2);
        } else {
            guarded(part, offset, () -> send(part, sql));
        }
    }

    /** Sends rows, and finds the one that fails them. */
    private void guarded(Insert<R, ?> part, long offset, Runnable send) {
        if (!findsRow) {
            send.run();
            return;
        }
        Savepoint savepoint = inJdbc(connection::setSavepoint);
        try {
            send.run();
        } catch (QueryException e) {
            if (!isOfRow(e)) {
                throw e;
            }
            throw findRow(part, offset, savepoint, e);
        }
        release(savepoint);
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
