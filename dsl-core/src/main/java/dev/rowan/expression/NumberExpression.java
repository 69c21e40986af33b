package dev.rowan.expression;

import dev.rowan.expression.Comparison.Operator;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
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
public interface NumberExpression<T extends @Nullable Number>
        extends ComparableExpression<T>, OrderOperators<@Nullable Number> {

    @Override
    default NumberExpression<T> as(String name) {
        return new Typed.OfNumber<>(new Named(this, Identifier.of(name)), type());
    }

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

    /**
     * {@code ITEM.PRICE.plus(ITEM.TAX)} is {@code price + tax}.
     *
     * @throws IllegalArgumentException if this one's type cannot hold what the other's can; cast it first
     */
    default NumberExpression<T> plus(NumberExpression<?> other) {
        return Arithmetic.of(this, Arithmetic.Operator.PLUS, other);
    }

    /** {@code PRODUCT.STOCK.minus(1)} is {@code stock - ?}. */
    default NumberExpression<T> minus(long value) {
        return new Arithmetic<>(this, Arithmetic.Operator.MINUS, BoundValue.ofNumber(type(), value));
    }

    /** {@code PRODUCT.PRICE.minus(discount)} is {@code price - ?}. */
    default NumberExpression<T> minus(@NonNull T value) {
        return new Arithmetic<>(this, Arithmetic.Operator.MINUS, BoundValue.of(type(), value));
    }

    /**
     * {@code ITEM.PRICE.minus(ITEM.DISCOUNT)} is {@code price - discount}.
     *
     * @throws IllegalArgumentException if this one's type cannot hold what the other's can; cast it first
     */
    default NumberExpression<T> minus(NumberExpression<?> other) {
        return Arithmetic.of(this, Arithmetic.Operator.MINUS, other);
    }

    /** {@code ITEM.QUANTITY.times(2)} is {@code quantity * ?}. */
    default NumberExpression<T> times(long value) {
        return new Arithmetic<>(this, Arithmetic.Operator.TIMES, BoundValue.ofNumber(type(), value));
    }

    /** {@code ITEM.PRICE.times(rate)} is {@code price * ?}. */
    default NumberExpression<T> times(@NonNull T value) {
        return new Arithmetic<>(this, Arithmetic.Operator.TIMES, BoundValue.of(type(), value));
    }

    /**
     * {@code ITEM.QUANTITY.times(ITEM.PRICE)} is {@code quantity * price}.
     *
     * @throws IllegalArgumentException if this one's type cannot hold what the other's can; cast it first
     */
    default NumberExpression<T> times(NumberExpression<?> other) {
        return Arithmetic.of(this, Arithmetic.Operator.TIMES, other);
    }

    /** {@code ITEM.QUANTITY.cast(SqlType.DECIMAL).times(ITEM.PRICE)} is {@code cast(quantity as decimal) * price}. */
    default <N extends Number> NumberExpression<@Nullable N> cast(SqlType<N> newType) {
        return new Typed.OfNumber<>(new Cast(this, newType), newType);
    }

    /**
     * {@code ITEM.TOTAL.dividedBy(ITEM.QUANTITY)} is the quotient with the digits after the point: of floating-point numbers
     * in double precision, else a decimal with at least ten digits after the point.
     */
    default NumberExpression<@Nullable BigDecimal> dividedBy(NumberExpression<?> divisor) {
        return Quotient.of(this, divisor);
    }

    /** {@code ITEM.TOTAL.dividedBy(100)} is {@code total / ?}, with the digits after the point. */
    default NumberExpression<@Nullable BigDecimal> dividedBy(long divisor) {
        return dividedBy(new Typed.OfNumber<>(BoundValue.of(SqlType.BIGINT, divisor), SqlType.BIGINT));
    }

    /**
     * {@code ITEM.TOTAL.div(ITEM.QUANTITY)} is the whole part of the quotient, rounded towards zero.
     *
     * @throws IllegalArgumentException if one of them is no integer
     */
    default NumberExpression<T> div(NumberExpression<? extends T> divisor) {
        return new Typed.OfNumber<>(Quotient.ofIntegers("div", this, divisor), type());
    }

    /** {@code ITEM.TOTAL.div(100)} is the whole part of the quotient, rounded towards zero. */
    default NumberExpression<T> div(long divisor) {
        return new Typed.OfNumber<>(Quotient.ofIntegers("div", this, BoundValue.ofNumber(type(), divisor)), type());
    }

    /**
     * {@code ITEM.TOTAL.mod(ITEM.QUANTITY)} is the remainder of {@link #div}, with the sign of the dividend.
     *
     * @throws IllegalArgumentException if one of them is no integer
     */
    default NumberExpression<T> mod(NumberExpression<? extends T> divisor) {
        return new Typed.OfNumber<>(Quotient.ofIntegers("mod", this, divisor), type());
    }

    /** {@code ITEM.TOTAL.mod(100)} is the remainder of {@link #div}, with the sign of the dividend. */
    default NumberExpression<T> mod(long divisor) {
        return new Typed.OfNumber<>(Quotient.ofIntegers("mod", this, BoundValue.ofNumber(type(), divisor)), type());
    }

    /** {@code ITEM.TOTAL.negated()} is {@code (-total)}. */
    default NumberExpression<T> negated() {
        return new Typed.OfNumber<>(Call.of("negate", this), type());
    }

    /** {@code USER.FLAGS.bitAnd(4)} is {@code (flags & ?)}. */
    default NumberExpression<T> bitAnd(long bits) {
        return new Typed.OfNumber<>(Quotient.ofIntegers("bit_and", this, BoundValue.ofNumber(type(), bits)), type());
    }

    /** {@code USER.FLAGS.bitAnd(RIGHT.FLAGS)} is {@code (flags & flags)}. */
    default NumberExpression<T> bitAnd(NumberExpression<? extends T> bits) {
        return new Typed.OfNumber<>(Quotient.ofIntegers("bit_and", this, bits), type());
    }

    /** {@code USER.FLAGS.bitOr(4)} is {@code (flags | ?)}. */
    default NumberExpression<T> bitOr(long bits) {
        return new Typed.OfNumber<>(Quotient.ofIntegers("bit_or", this, BoundValue.ofNumber(type(), bits)), type());
    }

    /** {@code USER.FLAGS.bitOr(RIGHT.FLAGS)} is {@code (flags | flags)}. */
    default NumberExpression<T> bitOr(NumberExpression<? extends T> bits) {
        return new Typed.OfNumber<>(Quotient.ofIntegers("bit_or", this, bits), type());
    }

    /** {@code USER.FLAGS.bitXor(4)} is {@code (flags # ?)} on PostgreSQL, {@code (flags ^ ?)} on MySQL. */
    default NumberExpression<T> bitXor(long bits) {
        return new Typed.OfNumber<>(Quotient.ofIntegers("bit_xor", this, BoundValue.ofNumber(type(), bits)), type());
    }
}
