package dev.rowan.expression;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls behind the operators of arrays; those that a database lacks come with what they mean, element by element. */
final class ArrayCalls {
    private ArrayCalls() {}

    static <E> Condition containsAll(ArrayExpression<E> array, Collection<? extends E> elements) {
        return holds("array_contains_all", array, elements, Functions.allOf(each(array, elements)), Truth.TRUE);
    }

    static <E> Condition overlaps(ArrayExpression<E> array, Collection<? extends E> elements) {
        return holds("array_overlaps", array, elements, Functions.anyOf(each(array, elements)), Truth.FALSE);
    }

    private static <E> Condition holds(
            String function,
            ArrayExpression<E> array,
            Collection<? extends E> elements,
            Condition oneByOne,
            Condition ofNone) {
        Condition meaning = elements.isEmpty() ? ofNone : oneByOne;
        return truth(Call.of(
                function,
                array,
                BoundValue.of(array.type(), new ArrayList<>(elements)),
                new Typed.OfBoolean<>(new ConditionValue(meaning), SqlType.BOOLEAN)));
    }

    private static <E> List<Condition> each(ArrayExpression<E> array, Collection<? extends E> elements) {
        SqlType<E> type = elementType(array);
        List<Condition> conditions = new ArrayList<>();
        for (E element : elements) {
            conditions.add(truth(Call.of("array_has", array, BoundValue.of(type, element))));
        }
        return conditions;
    }

    static <T extends @Nullable Object> Condition equalsAny(Expression<T> value, ArrayExpression<?> array) {
        return truth(Call.of("array_any", Nullability.POSSIBLE, value, array));
    }

    static Condition compared(String function, Expression<?> array, Expression<?> other) {
        return truth(Call.of(function, array, other));
    }

    private static Condition truth(Call call) {
        return new Typed.OfBoolean<@Nullable Boolean>(call, SqlType.BOOLEAN);
    }

    @SuppressWarnings("unchecked") // an array of E has elements of E
    static <E> SqlType<E> elementType(ArrayExpression<E> array) {
        return (SqlType<E>) array.type().element();
    }

    static InvalidQueryException unordered(ArrayExpression<?> array) {
        return new InvalidQueryException("expected an expression with an order to sort by, got the array " + array
                + "; sort by an element, at(…), or by its length()");
    }
}
