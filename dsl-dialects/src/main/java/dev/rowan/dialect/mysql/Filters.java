package dev.rowan.dialect.mysql;

import dev.rowan.expression.Aggregate;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Functions;
import dev.rowan.expression.JsonExpression;
import dev.rowan.type.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aggregates of some of the rows, for databases that know no {@code filter}. */
final class Filters {
    private Filters() {}

    /** The aggregate of JSON that does not skip NULL, because it is the JSON {@code null} here. */
    @SuppressWarnings("unchecked") // there is one class of JSON
    static Aggregate nullsAsJson(Aggregate aggregate) {
        JsonExpression<@Nullable Json> json =
                (JsonExpression<@Nullable Json>) aggregate.arguments().get(0);
        return with(aggregate, Functions.coalesce(json, Json.NULL));
    }

    private static Aggregate with(Aggregate aggregate, Expression<?> argument) {
        List<Expression<?>> arguments = new ArrayList<>(aggregate.arguments());
        if (!arguments.isEmpty()) {
            arguments.remove(0);
        }
        arguments.add(0, argument);
        return new Aggregate(
                aggregate.function(),
                aggregate.nullable(),
                aggregate.distinct(),
                arguments,
                aggregate.order(),
                aggregate.condition());
    }
}
