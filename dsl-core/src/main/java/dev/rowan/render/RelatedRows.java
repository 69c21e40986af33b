package dev.rowan.render;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.schema.Related;
import dev.rowan.schema.Route;
import dev.rowan.schema.Table;
import java.util.Objects;

/** The select that the rows of an association are. */
final class RelatedRows {
    private RelatedRows() {}

    static RowQuery<?> select(Related<?> related) {
        Route<?> route = related.association().routeWithin();
        Condition matched = route.matches(related.association());
        Condition condition = related.condition() == null ? matched : matched.and(related.condition());
        Expression<?> value = related.value();
        Select<?, ?> rows = value == null
                ? Sql.select().from(related.rows())
                : Sql.select(value).from(related.rows());
        return joined(rows, route).where(condition).unfiltered(related.unfiltered());
    }

    /** Adds the table in between, if there is one. */
    private static <R, S extends Table<?>> Select<R, S> joined(Select<R, S> select, Route<?> route) {
        return route.link() == null ? select : select.join(route.link()).on(Objects.requireNonNull(route.onLink()));
    }
}
