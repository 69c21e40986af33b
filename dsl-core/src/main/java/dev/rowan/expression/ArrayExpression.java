package dev.rowan.expression;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is an array, which may hold NULLs; for databases that have arrays. What it yields is NULL where
 * the array is, unless said otherwise. A NULL among the elements equals no value in {@code contains} and {@code overlaps}.
 *
 * @param <E> the Java type of an element
 */
public interface ArrayExpression<E> extends Expression<@Nullable List<@Nullable E>> {

    @Override
    default ArrayExpression<E> as(String name) {
        return new Typed.OfArray<>(new Named(this, Identifier.of(name)), type());
    }

    /**
     * {@code DOC.TAGS.contains("a")} is {@code tags @> array['a']}: whether an element is that value.
     *
     * @throws IllegalArgumentException if it is null
     */
    default Condition contains(E element) {
        return ArrayCalls.containsAll(this, Collections.singletonList(element));
    }

    /**
     * {@code DOC.TAGS.containsAll(List.of("a", "b"))} is {@code tags @> array['a', 'b']}: whether each value is an element,
     * however often; true of no value.
     *
     * @throws IllegalArgumentException if a value is null
     */
    default Condition containsAll(Collection<? extends E> elements) {
        return ArrayCalls.containsAll(this, elements);
    }

    /**
     * {@code DOC.TAGS.overlaps(List.of("a", "b"))} is {@code tags && array['a', 'b']}: whether a value is an element; false
     * of no value.
     *
     * @throws IllegalArgumentException if a value is null
     */
    default Condition overlaps(Collection<? extends E> elements) {
        return ArrayCalls.overlaps(this, elements);
    }

    /** {@code DOC.TAGS.length()} is {@code cardinality(tags)}: how many elements it has, the NULLs among them too. */
    default NumberExpression<@Nullable Integer> length() {
        return new Typed.OfNumber<>(Call.of("array_length", this), SqlType.INTEGER);
    }

    /** {@code DOC.TAGS.at(1)} is {@code tags[1]}: an element, the first being 1; NULL where there is none. */
    default Expression<@Nullable E> at(int position) {
        Expression<?> bound = BoundValue.of(SqlType.INTEGER, position);
        return new Typed.OfAny<>(
                Call.of("array_element", Nullability.POSSIBLE, this, bound), ArrayCalls.elementType(this));
    }

    /** {@code DOC.TAGS.append("a")} is {@code tags || array['a']}: the elements and one more, which may be null. */
    default ArrayExpression<E> append(@Nullable E element) {
        return concat(Collections.singletonList(element));
    }

    /** {@code DOC.TAGS.concat(List.of("a", "b"))} is {@code tags || array['a', 'b']}: the elements and more, in their order. */
    default ArrayExpression<E> concat(List<? extends @Nullable E> elements) {
        return concat(BoundValue.of(type(), new ArrayList<@Nullable E>(elements)));
    }

    /** {@code DOC.TAGS.concat(DOC.OLD_TAGS)} is {@code tags || old_tags}; NULL if one is. */
    default ArrayExpression<E> concat(ArrayExpression<E> other) {
        return concat((Expression<?>) other);
    }

    private ArrayExpression<E> concat(Expression<?> other) {
        return new Typed.OfArray<>(Call.of("array_concat", this, other), type());
    }

    /** {@code DOC.TAGS.eq(List.of("a"))} is {@code tags = array['a']}: the same elements in the same order, NULLs included. */
    @Override
    default Condition eq(List<@Nullable E> value) {
        return ArrayCalls.compared("array_equal", this, BoundValue.of(type(), value));
    }

    /** {@code DOC.TAGS.eq(DOC.OLD_TAGS)} is {@code tags = old_tags}. */
    default Condition eq(ArrayExpression<E> other) {
        return ArrayCalls.compared("array_equal", this, other);
    }

    /** {@code DOC.TAGS.ne(List.of("a"))} is {@code tags <> array['a']}. */
    @Override
    default Condition ne(List<@Nullable E> value) {
        return ArrayCalls.compared("array_not_equal", this, BoundValue.of(type(), value));
    }

    /** {@code DOC.TAGS.ne(DOC.OLD_TAGS)} is {@code tags <> old_tags}. */
    default Condition ne(ArrayExpression<E> other) {
        return ArrayCalls.compared("array_not_equal", this, other);
    }

    /** {@code DOC.TAGS.in(lists)} is {@code tags = ? or tags = ? …}, and false if there is none. */
    @Override
    default Condition in(Collection<? extends List<@Nullable E>> values) {
        List<Condition> conditions = new ArrayList<>();
        values.forEach(value -> conditions.add(eq(value)));
        return Functions.anyOf(conditions);
    }

    /** {@code DOC.TAGS.notIn(lists)} is {@code tags <> ? and tags <> ? …}, and true if there is none. */
    @Override
    default Condition notIn(Collection<? extends List<@Nullable E>> values) {
        List<Condition> conditions = new ArrayList<>();
        values.forEach(value -> conditions.add(ne(value)));
        return conditions.isEmpty() ? Truth.TRUE : Functions.allOf(conditions);
    }

    /** {@code DOC.TAGS.in(first, second)} is {@code tags = ? or tags = ?}. */
    @Override
    @SuppressWarnings("unchecked") // the array is only read
    default Condition in(List<@Nullable E> first, List<@Nullable E>... rest) {
        return eq(first).or(in(Arrays.asList(rest)));
    }

    /** Throws {@link InvalidQueryException}: databases sort the NULLs within arrays differently. */
    @Override
    default SortKey asc() {
        throw ArrayCalls.unordered(this);
    }

    /** Throws {@link InvalidQueryException}: databases sort the NULLs within arrays differently. */
    @Override
    default SortKey desc() {
        throw ArrayCalls.unordered(this);
    }
}
