package dev.rowan.execute;

import dev.rowan.expression.BoundValue;
import dev.rowan.query.Select;
import java.sql.Connection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a select with what they include, for drivers that run no other statement beside an open result: batch after batch,
 * each by a statement of its own that goes on from the sort keys of the last row.
 */
final class KeysetRows<R extends @Nullable Object> implements RowSource<R> {
    private final StatementRunner runner;
    private final Connection connection;
    private final Select<R, ?> select;
    private final Keyset<R> keyset;
    private Iterator<R> batch = List.<R>of().iterator();
    private @Nullable List<@Nullable Object> from;
    private long remaining;
    private long count;
    private boolean more = true;

    KeysetRows(StatementRunner runner, Connection connection, Select<R, ?> select) {
        this.runner = runner;
        this.connection = connection;
        this.select = select;
        this.keyset = Keyset.of(runner, select);
        BoundValue<Long> limit = select.maxRows();
        this.remaining = limit == null || limit.value() == null ? Long.MAX_VALUE : limit.value();
    }

    @Override
    public boolean isAlone() {
        return false;
    }

    @Override
    public boolean next() {
        while (!batch.hasNext() && more && remaining > 0) {
            int size = (int) Math.min(remaining, ReadRows.BATCH);
            Keyset.Found<R> found =
                    keyset.fetch(connection, from, false, size, from == null ? select.skippedRows() : 0);
            batch = found.rows().iterator();
            from = found.last();
            more = found.more() && from != null;
            remaining -= found.rows().size();
            count += found.rows().size();
            runner.checkRows(count, runner.render(select));
        }
        return batch.hasNext();
    }

    @Override
    public R row() {
        return batch.next();
    }

    @Override
    public void close() {
        more = false;
    }
}
