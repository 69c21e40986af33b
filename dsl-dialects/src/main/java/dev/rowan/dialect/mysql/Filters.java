package dev.rowan.dialect.mysql;

import dev.rowan.expression.Aggregate;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Aggregates of some of the rows, for databases that know no {@code filter}. */
final class Filters {
    private Filters() {}

    /** The aggregate of all rows that skips those of which the condition is not true, because its argument is NULL there. */
    static Aggregate inArguments(Aggregate aggregate) {
        Condition condition = Objects.requireNonNull(aggregate.condition());
        List<Expression<?>> arguments = new ArrayList<>(aggregate.arguments());
        Expression<?> counted = arguments.isEmpty() ? Functions.value(1) : arguments.remove(0);
        arguments.add(0, Functions.onlyWhere(condition, counted));
        return new Aggregate(
                aggregate.function(), aggregate.nullable(), aggregate.distinct(), arguments, aggregate.order(), null);
    }
}
