package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.Table;

/** A table joined to those before it. */
public record Join(Kind kind, Table<?> table, Condition condition) {

    /** Which rows without a match are kept. */
    public enum Kind {
        /** None. */
        INNER,
        /** Those of the tables before. */
        LEFT,
        /** Those of both sides. */
        FULL
    }
}
