package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function or an aggregate. A dialect that spells the function differently has an entry for its name.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public abstract sealed class Call<T extends @Nullable Object> implements Expression<T> {

    /** When the result of a function is NULL. */
    enum Nulls {
        NEVER,
        ALWAYS_POSSIBLE,
        IF_ANY_ARGUMENT_IS,
        IF_ALL_ARGUMENTS_ARE
    }

    private final String function;
    private final List<Expression<?>> arguments;
    private final SqlType<@NonNull T> type;
    private final Nulls nulls;

    private Call(String function, SqlType<@NonNull T> type, Nulls nulls, List<Expression<?>> arguments) {
        this.function = function;
        this.type = type;
        this.nulls = nulls;
        this.arguments = List.copyOf(arguments);
    }

    /** The name by which dialects know the function. */
    public String function() {
        return function;
    }

    /** What the function is called with. */
    public List<Expression<?>> arguments() {
        return arguments;
    }

    @Override
    public SqlType<@NonNull T> type() {
        return type;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitCall(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return switch (nulls) {
            case NEVER -> false;
            case ALWAYS_POSSIBLE -> true;
            case IF_ANY_ARGUMENT_IS -> arguments.stream().anyMatch(a -> a.isNullable(outerJoined));
            case IF_ALL_ARGUMENTS_ARE -> arguments.stream().allMatch(a -> a.isNullable(outerJoined));
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Call<?> that
                && function.equals(that.function)
                && type.equals(that.type)
                && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(function, arguments);
    }

    @Override
    public String toString() {
        return function + arguments;
    }

    /** A call that yields a number. */
    static final class OfNumber<T extends @Nullable Number> extends Call<T> implements NumberExpression<T> {
        OfNumber(String function, SqlType<@NonNull T> type, Nulls nulls, Expression<?>... arguments) {
            super(function, type, nulls, List.of(arguments));
        }
    }

    /** A call that yields text. */
    static final class OfText<T extends @Nullable String> extends Call<T> implements TextExpression<T> {
        OfText(String function, SqlType<@NonNull T> type, Nulls nulls, Expression<?>... arguments) {
            super(function, type, nulls, List.of(arguments));
        }
    }

    /** A call that yields anything that has an order. */
    static final class OfComparable<T extends @Nullable Object> extends Call<T> implements ComparableExpression<T> {
        OfComparable(String function, SqlType<@NonNull T> type, Nulls nulls, Expression<?>... arguments) {
            super(function, type, nulls, List.of(arguments));
        }
    }
}
