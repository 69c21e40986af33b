package dev.rowan.expression;

import dev.rowan.expression.Comparison.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is a number. Comparisons take whole numbers of any size beside the column's own type, and
 * compare them exactly: a number out of the column's range is not narrowed.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface NumberExpression<T extends @Nullable Number> extends ComparableExpression<T> {

    /** {@code ORDER.USER_ID.eq(42)} is {@code user_id = ?}. */
    default Condition eq(long value) {
        return Comparison.ofNumber(this, Operator.EQUAL, value);
    }

    /** {@code ORDER.USER_ID.ne(42)} is {@code user_id <> ?}. */
    default Condition ne(long value) {
        return Comparison.ofNumber(this, Operator.NOT_EQUAL, value);
    }

    /** {@code ORDER.TOTAL.lt(100)} is {@code total < ?}. */
    default Condition lt(long value) {
        return Comparison.ofNumber(this, Operator.LESS, value);
    }

    /** {@code ORDER.TOTAL.le(100)} is {@code total <= ?}. */
    default Condition le(long value) {
        return Comparison.ofNumber(this, Operator.LESS_OR_EQUAL, value);
    }

    /** {@code ORDER.TOTAL.gt(100)} is {@code total > ?}. */
    default Condition gt(long value) {
        return Comparison.ofNumber(this, Operator.GREATER, value);
    }

    /** {@code ORDER.TOTAL.ge(100)} is {@code total >= ?}. */
    default Condition ge(long value) {
        return Comparison.ofNumber(this, Operator.GREATER_OR_EQUAL, value);
    }

    /** {@code ORDER.TOTAL.between(1, 100)} is {@code total between ? and ?}, both ends included. */
    default Condition between(long low, long high) {
        return new Between(this, BoundValue.ofNumber(type(), low), BoundValue.ofNumber(type(), high));
    }

    /** {@code ORDER.USER_ID.in(1, 2)} is {@code user_id in (?, ?)}. */
    @Override
    default Condition in(Number first, Number... rest) {
        return InList.ofBound(this, numbers(first, rest), false);
    }

    /** {@code ORDER.USER_ID.notIn(1, 2)} is {@code user_id not in (?, ?)}. */
    @Override
    default Condition notIn(Number first, Number... rest) {
        return InList.ofBound(this, numbers(first, rest), true);
    }

    private List<BoundValue<?>> numbers(Number first, Number... rest) {
        List<BoundValue<?>> values = new ArrayList<>();
        values.add(BoundValue.ofNumber(type(), first));
        for (Number number : rest) {
            values.add(BoundValue.ofNumber(type(), number));
        }
        return values;
    }

    /** {@code PRODUCT.STOCK.plus(1)} is {@code stock + ?}. */
    default NumberExpression<T> plus(long value) {
        return new Arithmetic<>(this, Arithmetic.Operator.PLUS, BoundValue.ofNumber(type(), value));
    }

    /** {@code PRODUCT.PRICE.plus(tax)} is {@code price + ?}. */
    default NumberExpression<T> plus(@NonNull T value) {
        return new Arithmetic<>(this, Arithmetic.Operator.PLUS, BoundValue.of(type(), value));
    }

    /** {@code ITEM.PRICE.plus(ITEM.TAX)} is {@code price + tax}. */
    default NumberExpression<T> plus(NumberExpression<? extends T> other) {
        return new Arithmetic<>(this, Arithmetic.Operator.PLUS, other);
    }

    /** {@code PRODUCT.STOCK.minus(1)} is {@code stock - ?}. */
    default NumberExpression<T> minus(long value) {
        return new Arithmetic<>(this, Arithmetic.Operator.MINUS, BoundValue.ofNumber(type(), value));
    }

    /** {@code PRODUCT.PRICE.minus(discount)} is {@code price - ?}. */
    default NumberExpression<T> minus(@NonNull T value) {
        return new Arithmetic<>(this, Arithmetic.Operator.MINUS, BoundValue.of(type(), value));
    }

    /** {@code ITEM.PRICE.minus(ITEM.DISCOUNT)} is {@code price - discount}. */
    default NumberExpression<T> minus(NumberExpression<? extends T> other) {
        return new Arithmetic<>(this, Arithmetic.Operator.MINUS, other);
    }

    /** {@code ITEM.QUANTITY.times(2)} is {@code quantity * ?}. */
    default NumberExpression<T> times(long value) {
        return new Arithmetic<>(this, Arithmetic.Operator.TIMES, BoundValue.ofNumber(type(), value));
    }

    /** {@code ITEM.PRICE.times(rate)} is {@code price * ?}. */
    default NumberExpression<T> times(@NonNull T value) {
        return new Arithmetic<>(this, Arithmetic.Operator.TIMES, BoundValue.of(type(), value));
    }

    /** {@code ITEM.QUANTITY.times(ITEM.PRICE)} is {@code quantity * price}. */
    default NumberExpression<T> times(NumberExpression<? extends T> other) {
        return new Arithmetic<>(this, Arithmetic.Operator.TIMES, other);
    }
}
