package dev.rowan.query;

import dev.rowan.expression.Condition;

/** What keeps an update or a delete from touching every row. */
final class Guard {
    private Guard() {}

    static Condition of(Condition condition) {
        if (Condition.required(condition).isNeutral()) {
            throw new IllegalArgumentException(
                    "expected a condition that says which rows, got noCondition(), which would"
                            + " touch every row; add one, or say everyRow()");
        }
        return condition;
    }
}
