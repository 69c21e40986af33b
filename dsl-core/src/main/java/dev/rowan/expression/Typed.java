package dev.rowan.expression;

import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree as an expression of one type: what the node does is one thing, which operators fit its value another,
 * and each node serves all types.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
abstract sealed class Typed<T extends @Nullable Object> implements Expression<T> {
    private final ExpressionNode node;
    private final SqlType<@NonNull T> type;

    private Typed(ExpressionNode node, SqlType<@NonNull T> type) {
        this.node = node;
        this.type = type;
    }

    final ExpressionNode node() {
        return node;
    }

    /** Another node with this one's type and operators. */
    abstract Typed<T> with(ExpressionNode newNode);

    @Override
    public final SqlType<@NonNull T> type() {
        return type;
    }

    @Override
    public final @Nullable String label() {
        if (node instanceof Named named) {
            return named.name().name();
        }
        return node instanceof Declared declared ? declared.operand().label() : null;
    }

    @Override
    public final void accept(ExpressionVisitor visitor) {
        node.accept(visitor);
    }

    @Override
    public final Precedence precedence() {
        return node.precedence();
    }

    @Override
    public final boolean isNullable(Predicate<? super Source> outerJoined) {
        return node.isNullable(outerJoined);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Typed<?> that && node.equals(that.node) && type.equals(that.type);
    }

    @Override
    public final int hashCode() {
        return node.hashCode();
    }

    @Override
    public final String toString() {
        return node.toString();
    }

    /** A number. */
    static final class OfNumber<T extends @Nullable Number> extends Typed<T> implements NumberAggregate<T> {
        OfNumber(ExpressionNode node, SqlType<@NonNull T> type) {
            super(node, type);
        }

        @Override
        OfNumber<T> with(ExpressionNode newNode) {
            return new OfNumber<>(newNode, type());
        }
    }

    /** Text. */
    static final class OfText<T extends @Nullable String> extends Typed<T> implements TextAggregate<T> {
        OfText(ExpressionNode node, SqlType<@NonNull T> type) {
            super(node, type);
        }

        @Override
        OfText<T> with(ExpressionNode newNode) {
            return new OfText<>(newNode, type());
        }
    }

    /** A date, a time, or both. */
    static final class OfTemporal<T extends @Nullable Temporal> extends Typed<T> implements TemporalAggregate<T> {
        OfTemporal(ExpressionNode node, SqlType<@NonNull T> type) {
            super(node, type);
        }

        @Override
        OfTemporal<T> with(ExpressionNode newNode) {
            return new OfTemporal<>(newNode, type());
        }
    }

    /** A truth value. */
    static final class OfBoolean<T extends @Nullable Boolean> extends Typed<T> implements BooleanAggregate<T> {
        OfBoolean(ExpressionNode node, SqlType<@NonNull T> type) {
            super(node, type);
        }

        @Override
        OfBoolean<T> with(ExpressionNode newNode) {
            return new OfBoolean<>(newNode, type());
        }
    }

    /** JSON. */
    static final class OfJson<T extends @Nullable Json> extends Typed<T> implements JsonAggregate<T> {
        OfJson(ExpressionNode node, SqlType<@NonNull T> type) {
            super(node, type);
        }

        @Override
        OfJson<T> with(ExpressionNode newNode) {
            return new OfJson<>(newNode, type());
        }
    }

    /** An array. */
    static final class OfArray<E> extends Typed<@Nullable List<@Nullable E>> implements ArrayAggregate<E> {
        OfArray(ExpressionNode node, SqlType<List<@Nullable E>> type) {
            super(node, type);
        }

        @Override
        OfArray<E> with(ExpressionNode newNode) {
            return new OfArray<>(newNode, type());
        }
    }

    /** Anything else. */
    static final class OfAny<T extends @Nullable Object> extends Typed<T> {
        OfAny(ExpressionNode node, SqlType<@NonNull T> type) {
            super(node, type);
        }

        @Override
        OfAny<T> with(ExpressionNode newNode) {
            return new OfAny<>(newNode, type());
        }
    }
}
