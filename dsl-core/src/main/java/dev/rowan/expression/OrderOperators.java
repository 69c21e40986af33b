package dev.rowan.expression;

import dev.rowan.expression.Comparison.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons in an order with what the database computes.
 *
 * @param <C> the Java type of what it is compared with
 */
public interface OrderOperators<C extends @Nullable Object> extends EqualityOperators<C> {

    /** {@code ORDER.PAID_AT.lt(ORDER.SENT_AT)} is {@code paid_at < sent_at}. */
    default Condition lt(Expression<? extends C> other) {
        return new Comparison(this, Operator.LESS, other);
    }

    /** {@code ITEM.PRICE.lt(all(select(PRODUCT.PRICE).from(PRODUCT)))} is {@code price < all (select …)}. */
    default Condition lt(Quantified<? extends C> values) {
        return new Comparison(this, Operator.LESS, values);
    }

    /** {@code ORDER.PAID_AT.le(ORDER.SENT_AT)} is {@code paid_at <= sent_at}. */
    default Condition le(Expression<? extends C> other) {
        return new Comparison(this, Operator.LESS_OR_EQUAL, other);
    }

    /** {@code ITEM.PRICE.le(all(select(PRODUCT.PRICE).from(PRODUCT)))} is {@code price <= all (select …)}. */
    default Condition le(Quantified<? extends C> values) {
        return new Comparison(this, Operator.LESS_OR_EQUAL, values);
    }

    /** {@code ORDER.PAID_AT.gt(ORDER.SENT_AT)} is {@code paid_at > sent_at}. */
    default Condition gt(Expression<? extends C> other) {
        return new Comparison(this, Operator.GREATER, other);
    }

    /** {@code ITEM.PRICE.gt(all(select(PRODUCT.PRICE).from(PRODUCT)))} is {@code price > all (select …)}. */
    default Condition gt(Quantified<? extends C> values) {
        return new Comparison(this, Operator.GREATER, values);
    }

    /** {@code ORDER.PAID_AT.ge(ORDER.SENT_AT)} is {@code paid_at >= sent_at}. */
    default Condition ge(Expression<? extends C> other) {
        return new Comparison(this, Operator.GREATER_OR_EQUAL, other);
    }

    /** {@code ITEM.PRICE.ge(all(select(PRODUCT.PRICE).from(PRODUCT)))} is {@code price >= all (select …)}. */
    default Condition ge(Quantified<? extends C> values) {
        return new Comparison(this, Operator.GREATER_OR_EQUAL, values);
    }

    /** {@code ORDER.PAID_AT.between(ORDER.CREATED_AT, ORDER.SENT_AT)} is {@code paid_at between created_at and sent_at}. */
    default Condition between(Expression<? extends C> low, Expression<? extends C> high) {
        return new Between(this, low, high);
    }
}
