package dev.rowan.expression;

import dev.rowan.expression.Comparison.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons for equality with what the database computes: numbers with numbers of any type, everything else with its own.
 *
 * @param <C> the Java type of what it is compared with
 */
public interface EqualityOperators<C extends @Nullable Object> extends ExpressionNode {

    /** {@code ORDER.USER_ID.eq(USER.ID)} is {@code user_id = id}. */
    default Condition eq(Expression<? extends C> other) {
        return new Comparison(this, Operator.EQUAL, other);
    }

    /** {@code ORDER.USER_ID.ne(USER.ID)} is {@code user_id <> id}. */
    default Condition ne(Expression<? extends C> other) {
        return new Comparison(this, Operator.NOT_EQUAL, other);
    }

    /** {@code ITEM.PRICE.eq(any(select(PRODUCT.PRICE).from(PRODUCT)))} is {@code price = any (select …)}. */
    default Condition eq(Quantified<? extends C> values) {
        return new Comparison(this, Operator.EQUAL, values);
    }

    /** {@code ITEM.PRICE.ne(all(select(PRODUCT.PRICE).from(PRODUCT)))} is {@code price <> all (select …)}. */
    default Condition ne(Quantified<? extends C> values) {
        return new Comparison(this, Operator.NOT_EQUAL, values);
    }

    /** {@code ITEM.PRICE.isDistinctFrom(PRODUCT.PRICE)} is {@code a is distinct from b}: two NULLs are the same. */
    default Condition isDistinctFrom(Expression<? extends C> other) {
        return new Comparison(this, Operator.DISTINCT, other);
    }

    /** {@code ITEM.PRICE.isNotDistinctFrom(PRODUCT.PRICE)} is {@code a is not distinct from b}: two NULLs are the same. */
    default Condition isNotDistinctFrom(Expression<? extends C> other) {
        return new Comparison(this, Operator.NOT_DISTINCT, other);
    }

    /** {@code ORDER.USER_ID.in(users)} is {@code user_id in (?, ?, …)}, within a compiled query; false of an empty list. */
    default Condition in(ListParameter<? extends C> values) {
        return values.holds(this, false);
    }

    /** {@code ORDER.USER_ID.notIn(users)} is {@code user_id not in (?, ?, …)}, within a compiled query; true of an empty list. */
    default Condition notIn(ListParameter<? extends C> values) {
        return values.holds(this, true);
    }

    /** {@code ORDER.USER_ID.in(select(USER.ID).from(USER))} is {@code user_id in (select …)}. */
    default Condition in(Subquery<? extends C> subquery) {
        return InSubquery.of(this, subquery);
    }

    /**
     * {@code ORDER.USER_ID.notIn(select(USER.ID).from(USER))} is {@code user_id not in (select …)}.
     *
     * @throws IllegalArgumentException if the subquery can yield NULL, for then no row would be found once it does
     */
    default Condition notIn(Subquery<? extends C> subquery) {
        return InSubquery.negated(this, subquery);
    }
}
