package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.function.Predicate;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An expression with a name: {@code count().as("orders")} is {@code count(*) as "orders"}.
 *
 * @param expression the expression
 * @param name its name in the result
 */
public record Aliased<T extends @Nullable Object>(Expression<T> expression, Identifier name) implements Selectable<T> {

    @Override
    public String label() {
        return name.name();
    }

    @Override
    public SqlType<@NonNull T> type() {
        return expression.type();
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return expression.isNullable(outerJoined);
    }
}
