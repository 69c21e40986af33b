package dev.rowan.contract;

import dev.rowan.contract.Samples.Money;
import dev.rowan.shop.OrderStatus;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the matrix of types.
 *
 * @param type the type
 * @param held values that every database holds
 * @param awkward values that a database holds as they are, or refuses
 */
record TypeCase<T>(SqlType<T> type, List<T> held, List<T> awkward) {
    static Stream<TypeCase<?>> all() {
        return Stream.of(
                of(SqlType.BOOLEAN, true, false),
                of(SqlType.SMALLINT, (short) 0, (short) -1, Short.MIN_VALUE, Short.MAX_VALUE),
                of(SqlType.INTEGER, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                of(SqlType.BIGINT, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE),
                of(SqlType.REAL, 0f, 0.1f, -Float.MAX_VALUE, Float.MAX_VALUE, Float.MIN_NORMAL)
                        .or(-0f, Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY),
                of(SqlType.DOUBLE, 0.0, 0.1, -Double.MAX_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, Math.PI)
                        .or(-0.0, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
                decimals(),
                texts(SqlType.varchar(200)).or("x".repeat(201), "a\0b", "🙂".repeat(200), "\ud83d"),
                texts(SqlType.TEXT).or("x".repeat(1 << 20), "añ日🙂".repeat(1 << 17), "a\0b"),
                of(
                        SqlType.BINARY,
                        new byte[0],
                        new byte[] {0},
                        new byte[] {-1, 0, 127, -128, 39, 92},
                        new byte[1 << 16]),
                dates(),
                of(SqlType.TIME, LocalTime.MIDNIGHT, LocalTime.of(2, 30), LocalTime.of(23, 59, 59, 999_999_000))
                        .or(LocalTime.MAX, LocalTime.of(12, 0, 0, 1)),
                timestamps(),
                instants(),
                of(
                        SqlType.UUID,
                        new UUID(0, 0),
                        new UUID(-1, -1),
                        UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")),
                of(SqlType.enumeration(OrderStatus.class), OrderStatus.values()),
                of(
                        SqlType.BIGINT.mapped(Money.class, Money::cents, Money::new),
                        new Money(0),
                        new Money(Long.MIN_VALUE)),
                jsons());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static <T> TypeCase<T> of(SqlType<T> type, T... held) {
        return new TypeCase<>(type, List.of(held), List.of());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private TypeCase<T> or(T... values) {
        return new TypeCase<>(type, held, List.of(values));
    }

    private static TypeCase<BigDecimal> decimals() {
        return of(
                        SqlType.decimal(38, 18),
                        new BigDecimal("0.000000000000000000"),
                        new BigDecimal("-0.000000000000000001"),
                        new BigDecimal("99999999999999999999.999999999999999999"),
                        new BigDecimal("-99999999999999999999.999999999999999999"))
                .or(
                        new BigDecimal("100000000000000000000"),
                        new BigDecimal("1E+40"),
                        new BigDecimal("0.0000000000000000019"),
                        new BigDecimal("1E-30"));
    }

    private static TypeCase<String> texts(SqlType<String> type) {
        return new TypeCase<>(type, HostileTexts.ALL, List.of());
    }

    private static TypeCase<LocalDate> dates() {
        return of(
                        SqlType.DATE,
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(1582, 10, 10),
                        LocalDate.of(1900, 1, 1),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(9999, 12, 31))
                .or(
                        LocalDate.of(0, 12, 31),
                        LocalDate.of(-43, 3, 15),
                        LocalDate.of(10_000, 1, 1),
                        LocalDate.of(294_276, 12, 31),
                        LocalDate.MIN,
                        LocalDate.MAX);
    }

    private static TypeCase<LocalDateTime> timestamps() {
        return of(
                        SqlType.TIMESTAMP,
                        LocalDateTime.of(1, 1, 1, 0, 0),
                        LocalDateTime.of(1893, 4, 1, 0, 3),
                        LocalDateTime.of(2024, 3, 31, 2, 30),
                        LocalDateTime.of(2024, 10, 27, 2, 30, 0, 1_000),
                        LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000))
                .or(
                        LocalDateTime.of(2024, 3, 31, 2, 30, 0, 999_999_999),
                        LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999),
                        LocalDateTime.of(-43, 3, 15, 12, 0),
                        LocalDateTime.of(10_000, 1, 1, 0, 0),
                        LocalDateTime.MIN,
                        LocalDateTime.MAX);
    }

    private static TypeCase<Instant> instants() {
        return of(
                        SqlType.INSTANT,
                        Instant.parse("1000-01-01T00:00:00Z"),
                        Instant.parse("1893-03-31T23:59:59Z"),
                        Instant.parse("2024-03-31T01:30:00Z"),
                        Instant.parse("2024-10-27T00:30:00Z"),
                        Instant.parse("2024-10-27T01:30:00Z"),
                        Instant.parse("9999-12-31T22:59:59.999999Z"))
                .or(
                        Instant.parse("1969-12-31T23:59:59.999999999Z"),
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("-0043-03-15T12:00:00Z"),
                        Instant.parse("+10000-01-01T00:00:00Z"),
                        Instant.MIN,
                        Instant.MAX);
    }

    private static TypeCase<Json> jsons() {
        return of(
                        SqlType.JSON,
                        Json.NULL,
                        Json.of("{}"),
                        Json.of("[]"),
                        Json.of("\"\""),
                        Json.of("{\"a'\\\"\\u0001🙂\": [1, true, null, 0.5]}"))
                .or(Json.of("[0.123456789012345678901]"), Json.of("\"a\\u0000b\""));
    }

    /** What is read after a value was written: times are cut to microseconds, everything else is the value itself. */
    static Object read(Object value) {
        if (value instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS);
        }
        return value;
    }

    /** Whether two values are the same to SQL: decimals whatever their scale, bytes by content, zeros without a sign. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        } else if (one instanceof byte[] a && other instanceof byte[] b) {
            return Arrays.equals(a, b);
        } else if (one instanceof Double a && other instanceof Double b) {
            return a.equals(b) || a.doubleValue() == b.doubleValue();
        } else if (one instanceof Float a && other instanceof Float b) {
            return a.equals(b) || a.floatValue() == b.floatValue();
        }
        return one == null ? other == null : one.equals(other);
    }

    /** Whether a value equals itself in Java and SQL alike. */
    static boolean equalsItself(Object value) {
        return !value.equals(Double.NaN) && !value.equals(Float.NaN);
    }

    @Override
    public String toString() {
        return type.toString();
    }
}
