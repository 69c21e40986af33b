package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A value that is bound to the statement, never written into its text. Its {@code toString} does not show the value,
 * which may be secret.
 *
 * @param type how the value is bound
 * @param value the value; null is SQL NULL; a list is copied, so that a query does not change with one that was given to it
 */
public record BoundValue<T extends @Nullable Object>(
        SqlType<@NonNull T> type, @Nullable T value) implements Expression<T> {

    /** Copies a list. */
    @SuppressWarnings("unchecked") // the value of a type of lists is any list
    public BoundValue {
        if (type.javaType() == List.class && value != null) {
            value = (T) Collections.unmodifiableList(new ArrayList<>((List<?>) value));
        }
    }

    /**
     * A value that is not null.
     *
     * @throws IllegalArgumentException if it is null
     */
    public static <T extends @Nullable Object> BoundValue<T> of(SqlType<@NonNull T> type, @NonNull T value) {
        if (value == null) {
            throw missing(type.toString());
        }
        return new BoundValue<>(type, value);
    }

    /** What an expression is compared with, which is not null. */
    static <T extends @Nullable Object> BoundValue<T> of(Expression<T> compared, @NonNull T value) {
        if (value == null) {
            String name = compared instanceof ColumnReference<?> ? " for " + compared : "";
            throw missing(compared.type() + name);
        }
        return new BoundValue<>(compared.type(), value);
    }

    private static IllegalArgumentException missing(String expected) {
        return new IllegalArgumentException("expected a " + expected
                + ", got null, which equals nothing in SQL; use isNull() or isNotNull() to look for NULL");
    }

    /**
     * A number as a value of a number type if that type can hold it; else as the smallest exact type that can, so that a
     * comparison with it stays true.
     */
    public static BoundValue<?> ofNumber(SqlType<?> type, Number number) {
        if (number == null) {
            throw missing(type.toString());
        }
        if (type.isDirect() && type.javaType() == number.getClass()) {
            return unchecked(type, number);
        }
        Number fitting = type.isDirect() ? fit(type.kind(), number) : null;
        if (fitting != null) {
            return unchecked(type, fitting);
        }
        return number instanceof Long || number instanceof Integer || number instanceof Short
                ? new BoundValue<>(SqlType.BIGINT, number.longValue())
                : new BoundValue<>(SqlType.DECIMAL, exact(number));
    }

    @SuppressWarnings("unchecked") // the caller has just checked or converted the number
    private static BoundValue<?> unchecked(SqlType<?> type, Number number) {
        return new BoundValue<>((SqlType<Object>) type, number);
    }

    private static @Nullable Number fit(SqlType.Kind kind, Number number) {
        long whole = number.longValue();
        boolean isWhole = exact(number).compareTo(BigDecimal.valueOf(whole)) == 0;
        return switch (kind) {
            case SMALLINT -> isWhole && whole == (short) whole ? Short.valueOf((short) whole) : null;
            case INTEGER -> isWhole && whole == (int) whole ? Integer.valueOf((int) whole) : null;
            case BIGINT -> isWhole ? Long.valueOf(whole) : null;
            case REAL -> isWhole && Math.abs(whole) <= 1 << 24 ? Float.valueOf((float) whole) : null;
            case DOUBLE -> isWhole && Math.abs(whole) <= 1L << 53 ? Double.valueOf((double) whole) : null;
            default -> exact(number);
        };
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        } else if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        } else if (number instanceof Double || number instanceof Float) {
            return new BigDecimal(number.doubleValue());
        }
        return BigDecimal.valueOf(number.longValue());
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitValue(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return value == null;
    }

    @Override
    public String toString() {
        return "?" + type;
    }
}
