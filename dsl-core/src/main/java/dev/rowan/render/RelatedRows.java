package dev.rowan.render;

import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Sql;
import dev.rowan.schema.Related;

/** The select that the rows of an association are. */
final class RelatedRows {
    private RelatedRows() {}

    static RowQuery<?> select(Related<?> related) {
        Condition matched = new Comparison(
                related.key(), Comparison.Operator.EQUAL, related.association().ownerKey());
        Condition condition = related.condition() == null ? matched : matched.and(related.condition());
        Expression<?> value = related.value();
        return value == null
                ? Sql.select().from(related.rows()).where(condition)
                : Sql.select(value).from(related.rows()).where(condition);
    }
}
