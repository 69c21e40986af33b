package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is a date, a time, or both. Instants are taken apart and moved in UTC, whatever the zones of
 * server, session and JVM are.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface TemporalExpression<T extends @Nullable Temporal>
        extends ComparableExpression<T>, OrderOperators<@Nullable T> {

    @Override
    default TemporalExpression<T> as(String name) {
        return new Typed.OfTemporal<>(new Named(this, Identifier.of(name)), type());
    }

    /**
     * {@code ORDER.CREATED_AT.plus(3, TimePart.MONTH)} is {@code created_at + ? * interval '1 month'}; from a day that the
     * month lacks it goes to the month's last day. A negative amount goes back.
     *
     * @throws IllegalArgumentException if the value has no such part: hours of a date, days of a time
     */
    default TemporalExpression<T> plus(long amount, TimePart part) {
        return new Typed.OfTemporal<>(
                Call.of(part.function("plus", type()), this, BoundValue.of(SqlType.INTEGER, Math.toIntExact(amount))),
                type());
    }

    /** {@code ORDER.CREATED_AT.minus(90, TimePart.DAY)} is {@code created_at + ? * interval '1 day'} with {@code -90}. */
    default TemporalExpression<T> minus(long amount, TimePart part) {
        return plus(Math.negateExact(amount), part);
    }

    /**
     * {@code ORDER.CREATED_AT.get(TimePart.YEAR)} is {@code extract(year from created_at)}; seconds are whole.
     *
     * @throws IllegalArgumentException if the value has no such part
     */
    default NumberExpression<Integer> get(TimePart part) {
        return new Typed.OfNumber<>(Call.of(part.function("extract", type()), this), SqlType.INTEGER);
    }

    /**
     * {@code ORDER.CREATED_AT.truncatedTo(TimePart.MONTH)} is {@code date_trunc('month', created_at)}: the first moment of
     * that year, month, day, …; a week begins on Monday.
     *
     * @throws IllegalArgumentException if the value has no such part
     */
    default TemporalExpression<T> truncatedTo(TimePart part) {
        return new Typed.OfTemporal<>(Call.of(part.function("truncate", type()), this), type());
    }
}
