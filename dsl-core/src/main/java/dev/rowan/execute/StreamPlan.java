package dev.rowan.execute;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.BoundQuery;
import dev.rowan.query.Select;
import dev.rowan.query.SqlQuery;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * How a query is streamed.
 *
 * @param byKeys null unless its rows are read in several statements, one after another
 */
record StreamPlan<R extends @Nullable Object>(
        StatementRunner runner, Plan<R> plan, @Nullable Select<R, ?> byKeys) {

    static <R> StreamPlan<R> of(StatementRunner runner, SqlQuery<R> query) {
        Plan<R> plan = runner.plan(query);
        if (plan.write() != null || plan.sql().writesRows()) {
            throw new InvalidQueryException(
                    "expected a query that only reads, to stream its rows, got one that writes; use fetch(…) for "
                            + plan.sql());
        }
        boolean byKeys = plan.graph() != null
                && plan.graph().needsStatements()
                && runner.dialect().streaming().alone();
        SqlQuery<R> whole = query instanceof BoundQuery<R> bound ? bound.query() : query;
        return new StreamPlan<>(runner, plan, byKeys && whole instanceof Select<R, ?> select ? select : null);
    }

    boolean needsPrimary() {
        return plan.sql().needsPrimary();
    }

    boolean needsTransaction() {
        return byKeys != null || runner.dialect().streaming().inTransaction();
    }

    RowSource<R> open(Connection connection) {
        return byKeys == null ? new ReadRows<>(runner, connection, plan) : new KeysetRows<>(runner, connection, byKeys);
    }
}
