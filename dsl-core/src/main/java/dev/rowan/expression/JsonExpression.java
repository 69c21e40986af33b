package dev.rowan.expression;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.util.Collection;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is JSON. Whole values are compared only where the database compares what they say rather than
 * how they are written; a part of one, {@code path(…).asText()}, is compared on every database.
 *
 * @param <T> {@code Json}; nullable if it can be NULL
 */
public interface JsonExpression<T extends @Nullable Json> extends Expression<T> {

    @Override
    default JsonExpression<T> as(String name) {
        return new Typed.OfJson<>(new Named(this, Identifier.of(name)), type());
    }

    /**
     * {@code DOC.DATA.path("tags", 0)} leads to the first of the tags: a text is the key of an object, an {@code Integer} the
     * index in an array, from 0. A step leads nowhere if the value before it is of the other kind.
     *
     * @throws IllegalArgumentException if a step is neither, or an index is negative
     */
    default JsonPath path(Object first, Object... rest) {
        return JsonPath.of(this, first, rest);
    }

    /** {@code DOC.DATA.hasKey("a")} is true if it is an object with that key, else false. */
    default Condition hasKey(String key) {
        return path(key).exists();
    }

    /**
     * {@code DOC.DATA.contains(Json.of("{\"a\": 1}"))} is {@code data @> ?}: an object contains another that it has all
     * keys of with values that are the same, or contain the other's if they are objects or arrays; an array contains another
     * if it has each of its elements somewhere. NULL if the expression is.
     *
     * @throws IllegalArgumentException if it is neither object nor array, or an array in it has elements that are
     */
    default Condition contains(Json part) {
        return JsonContainment.of(this, part);
    }

    /** {@code DOC.DATA.eq(json)} is {@code data = ?}: both say the same. */
    @Override
    default Condition eq(@NonNull T value) {
        return compared("json_equal", BoundValue.of(type(), value));
    }

    /** {@code DOC.DATA.ne(json)} is {@code data <> ?}. */
    @Override
    default Condition ne(@NonNull T value) {
        return compared("json_not_equal", BoundValue.of(type(), value));
    }

    @Override
    default Condition isDistinctFrom(@Nullable T value) {
        return compared("json_distinct", new BoundValue<T>(type(), value));
    }

    @Override
    default Condition isNotDistinctFrom(@Nullable T value) {
        return compared("json_not_distinct", new BoundValue<T>(type(), value));
    }

    private Condition compared(String function, Expression<?> value) {
        return new Typed.OfBoolean<@Nullable Boolean>(
                Call.of(function, Nullability.POSSIBLE, this, value), SqlType.BOOLEAN);
    }

    @Override
    default Condition in(Collection<? extends @NonNull T> values) {
        return Functions.anyOf(values.stream().map(this::eq).toList());
    }

    @Override
    default Condition notIn(Collection<? extends @NonNull T> values) {
        return values.isEmpty()
                ? Truth.TRUE
                : Functions.allOf(values.stream().map(this::ne).toList());
    }

    /** Throws {@link InvalidQueryException}: JSON has no order that databases agree on. */
    @Override
    default SortKey asc() {
        throw unordered();
    }

    /** Throws {@link InvalidQueryException}: JSON has no order that databases agree on. */
    @Override
    default SortKey desc() {
        throw unordered();
    }

    private InvalidQueryException unordered() {
        return new InvalidQueryException("expected an expression with an order to sort by, got the JSON of " + this
                + "; sort by a part of it, such as path(…).asText()");
    }
}
