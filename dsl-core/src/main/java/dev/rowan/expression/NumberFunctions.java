package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The functions of numbers, part of {@link Functions}. */
public abstract sealed class NumberFunctions extends Aggregates permits TextFunctions {
    NumberFunctions() {}

    /** {@code abs(ITEM.CHANGE)} is {@code abs(change)}: without its sign. */
    public static <T extends @Nullable Number> NumberExpression<T> abs(NumberExpression<T> number) {
        return new Typed.OfNumber<>(Call.of("abs", number), number.type());
    }

    /** {@code sign(ITEM.CHANGE)} is {@code sign(change)}: -1, 0 or 1. */
    public static NumberExpression<Integer> sign(NumberExpression<?> number) {
        return new Typed.OfNumber<>(Call.of("sign", number), SqlType.INTEGER);
    }

    /** {@code ceil(ITEM.PRICE)} is {@code ceil(price)}: the next integer that is not smaller. */
    public static <T extends @Nullable Number> NumberExpression<T> ceil(NumberExpression<T> number) {
        return new Typed.OfNumber<>(Call.of("ceil", number), number.type());
    }

    /** {@code floor(ITEM.PRICE)} is {@code floor(price)}: the next integer that is not larger. */
    public static <T extends @Nullable Number> NumberExpression<T> floor(NumberExpression<T> number) {
        return new Typed.OfNumber<>(Call.of("floor", number), number.type());
    }

    /** {@code round(ITEM.PRICE, 2)} is {@code round(price, 2)}, a decimal; halves are rounded away from zero. */
    public static NumberExpression<BigDecimal> round(NumberExpression<?> number, int digits) {
        return new Typed.OfNumber<>(
                Call.of("round", number.cast(SqlType.DECIMAL), BoundValue.of(SqlType.INTEGER, digits)),
                SqlType.DECIMAL);
    }

    /** {@code power(ITEM.SIDE, value(2))} is {@code power(side, ?)}, in double precision. */
    public static NumberExpression<Double> power(NumberExpression<?> base, NumberExpression<?> exponent) {
        return new Typed.OfNumber<>(
                Call.of("power", base.cast(SqlType.DOUBLE), exponent.cast(SqlType.DOUBLE)), SqlType.DOUBLE);
    }

    /** {@code sqrt(ITEM.AREA)} is {@code sqrt(area)}, in double precision; of a negative number an error or NULL. */
    public static NumberExpression<Double> sqrt(NumberExpression<?> number) {
        return ofDouble("sqrt", number);
    }

    /** {@code exp(ITEM.RATE)} is {@code exp(rate)}, in double precision. */
    public static NumberExpression<Double> exp(NumberExpression<?> number) {
        return ofDouble("exp", number);
    }

    /** {@code ln(ITEM.RATE)} is {@code ln(rate)}, in double precision; of 0 or less an error or NULL. */
    public static NumberExpression<Double> ln(NumberExpression<?> number) {
        return ofDouble("ln", number);
    }

    /** {@code log10(ITEM.RATE)} is {@code log10(rate)}, in double precision; of 0 or less an error or NULL. */
    public static NumberExpression<Double> log10(NumberExpression<?> number) {
        return ofDouble("log10", number);
    }

    private static NumberExpression<Double> ofDouble(String function, NumberExpression<?> number) {
        return new Typed.OfNumber<>(Call.of(function, number.cast(SqlType.DOUBLE)), SqlType.DOUBLE);
    }

    /** {@code greatest(A, B)} is {@code greatest(a, b)}; NULL if one of them is. */
    public static <T extends @Nullable Number> NumberExpression<T> greatest(
            NumberExpression<T> left, NumberExpression<T> right) {
        return new Typed.OfNumber<>(Call.of("greatest", left, right), left.type());
    }

    /** {@code least(A, B)} is {@code least(a, b)}; NULL if one of them is. */
    public static <T extends @Nullable Number> NumberExpression<T> least(
            NumberExpression<T> left, NumberExpression<T> right) {
        return new Typed.OfNumber<>(Call.of("least", left, right), left.type());
    }
}
