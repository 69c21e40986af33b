package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table joined to those before it.
 *
 * @param condition null just for a cross join
 */
public record Join(Kind kind, Table<?> table, @Nullable Condition condition) {

    /** Which rows without a match are kept. */
    public enum Kind {
        /** None. */
        INNER,
        /** Those of the tables before. */
        LEFT,
        /** Those of the joined table. */
        RIGHT,
        /** Those of both sides. */
        FULL,
        /** There is no condition: every row of one side with every row of the other. */
        CROSS
    }
}
