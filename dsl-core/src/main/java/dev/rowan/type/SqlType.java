package dev.rowan.type;

import dev.rowan.error.DecodeException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The type of one value, the same on every database: its kind, its Java type, and its size where SQL asks for one. How
 * a value travels is decided by the {@link Codecs} of a dialect, how the type is spelled by the dialect's DDL. Immutable
 * and thread-safe. Two types are equal when they have the same kind, sizes and Java type.
 *
 * @param <T> the Java type of a value
 */
public final class SqlType<T> {

    /** The kinds of types that every dialect knows. */
    public enum Kind {
        /** True or false. */
        BOOLEAN,
        /** 16-bit integer. */
        SMALLINT,
        /** 32-bit integer. */
        INTEGER,
        /** 64-bit integer. */
        BIGINT,
        /** 32-bit floating point. */
        REAL,
        /** 64-bit floating point. */
        DOUBLE,
        /** Exact decimal with a precision and a scale. */
        DECIMAL,
        /** Text of at most a number of characters. */
        VARCHAR,
        /** Text without a limit. */
        TEXT,
        /** A calendar date. */
        DATE,
        /** A time of day with microseconds. */
        TIME,
        /** A local date and time with microseconds. */
        TIMESTAMP,
        /** A point on the time line with microseconds. */
        INSTANT,
        /** A universally unique identifier. */
        UUID,
        /** Bytes. */
        BINARY,
        /** JSON. */
        JSON,
        /** Several values of one type, in order. */
        ARRAY
    }

    /** {@code boolean}. */
    public static final SqlType<Boolean> BOOLEAN = new SqlType<>(Kind.BOOLEAN, Boolean.class);
    /** {@code smallint}. */
    public static final SqlType<Short> SMALLINT = new SqlType<>(Kind.SMALLINT, Short.class);
    /** {@code integer}. */
    public static final SqlType<Integer> INTEGER = new SqlType<>(Kind.INTEGER, Integer.class);
    /** {@code bigint}. */
    public static final SqlType<Long> BIGINT = new SqlType<>(Kind.BIGINT, Long.class);
    /** {@code real}. */
    public static final SqlType<Float> REAL = new SqlType<>(Kind.REAL, Float.class);
    /** {@code double precision}. */
    public static final SqlType<Double> DOUBLE = new SqlType<>(Kind.DOUBLE, Double.class);
    /** An exact number whose precision is not declared: the type of a sum, not of a column. */
    public static final SqlType<BigDecimal> DECIMAL = new SqlType<>(Kind.DECIMAL, BigDecimal.class);
    /** Text without a limit. */
    public static final SqlType<String> TEXT = new SqlType<>(Kind.TEXT, String.class);
    /** {@code date}. */
    public static final SqlType<LocalDate> DATE = new SqlType<>(Kind.DATE, LocalDate.class);
    /** {@code time}, microseconds. */
    public static final SqlType<LocalTime> TIME = new SqlType<>(Kind.TIME, LocalTime.class);
    /** {@code timestamp}, microseconds, without a zone. */
    public static final SqlType<LocalDateTime> TIMESTAMP = new SqlType<>(Kind.TIMESTAMP, LocalDateTime.class);
    /** {@code timestamp with time zone}, microseconds. */
    public static final SqlType<Instant> INSTANT = new SqlType<>(Kind.INSTANT, Instant.class);
    /** {@code uuid}. */
    public static final SqlType<java.util.UUID> UUID = new SqlType<>(Kind.UUID, java.util.UUID.class);
    /** Bytes. */
    public static final SqlType<byte[]> BINARY = new SqlType<>(Kind.BINARY, byte[].class);
    /** JSON, in the type that the database keeps it in. */
    public static final SqlType<Json> JSON = new SqlType<>(Kind.JSON, Json.class);

    private final Kind kind;
    private final Class<T> javaType;
    private final int size;
    private final int scale;
    private final @Nullable SqlType<?> element;
    private final @Nullable Mapping<T, ?> mapping;
    private final @Nullable Supplier<JsonReader<T>> decoder; // of what a database makes as JSON
    private final int hash; // readers are looked up by the types of a whole row

    private SqlType(Kind kind, Class<T> javaType) {
        this(kind, javaType, 0, 0, null, null);
    }

    private SqlType(
            Kind kind,
            Class<T> javaType,
            int size,
            int scale,
            @Nullable SqlType<?> element,
            @Nullable Mapping<T, ?> mapping) {
        this(kind, javaType, size, scale, element, mapping, null);
    }

    private SqlType(
            Kind kind,
            Class<T> javaType,
            int size,
            int scale,
            @Nullable SqlType<?> element,
            @Nullable Mapping<T, ?> mapping,
            @Nullable Supplier<JsonReader<T>> decoder) {
        this.kind = kind;
        this.javaType = javaType;
        this.size = size;
        this.scale = scale;
        this.element = element;
        this.mapping = mapping;
        this.decoder = decoder;
        this.hash = Objects.hash(kind, javaType, size, scale, element);
    }

    /**
     * {@code varchar(length)}.
     *
     * @throws IllegalArgumentException if the length is not positive
     */
    public static SqlType<String> varchar(int length) {
        requirePositive("length of varchar", length);
        return new SqlType<>(Kind.VARCHAR, String.class, length, 0, null, null);
    }

    /**
     * {@code decimal(precision, scale)}.
     *
     * @throws IllegalArgumentException if the precision is not positive or the scale is not between 0 and the precision
     */
    public static SqlType<BigDecimal> decimal(int precision, int scale) {
        requirePositive("precision of decimal", precision);
        if (scale < 0 || scale > precision) {
            throw new IllegalArgumentException(
                    "expected a scale of decimal between 0 and " + precision + ", got " + scale);
        }
        return new SqlType<>(Kind.DECIMAL, BigDecimal.class, precision, scale, null, null);
    }

    /** An enum, stored as the name of its constant in a {@code varchar} that the longest name fits. */
    public static <E extends Enum<E>> SqlType<E> enumeration(Class<E> enumType) {
        E[] constants = enumType.getEnumConstants();
        int longest =
                Arrays.stream(constants).mapToInt(c -> c.name().length()).max().orElse(1);
        return varchar(longest).mapped(enumType, Enum::name, name -> constant(enumType, name));
    }

    private static <E extends Enum<E>> E constant(Class<E> enumType, String name) {
        try {
            return Enum.valueOf(enumType, name);
        } catch (IllegalArgumentException e) {
            throw new DecodeException(
                    "expected the name of a constant of " + enumType.getSimpleName() + ", got '" + name
                            + "'; add the constant or correct the row",
                    e);
        }
    }

    /**
     * {@code integer array}: several values of a type, some of which may be NULL, as a list that cannot be changed.
     *
     * @throws IllegalArgumentException if the elements are arrays, or JSON, which has arrays of its own
     */
    @SuppressWarnings("unchecked") // a list of the element's Java type
    public static <E> SqlType<List<@Nullable E>> array(SqlType<E> element) {
        if (element.kind == Kind.ARRAY || element.kind == Kind.JSON) {
            throw new IllegalArgumentException(
                    "expected an array of single values, got one of " + element + "; use a column of JSON");
        }
        return new SqlType<>(Kind.ARRAY, (Class<List<@Nullable E>>) (Class<?>) List.class, 0, 0, element, null);
    }

    /**
     * What a database makes as JSON of other values, such as the rows within a row: it is read, but never bound.
     *
     * @param javaType the class of a value, {@code Object} if it is not known
     * @param decoder yields what reads it, and checks before any I/O whether it can; equal to others that yield the same
     */
    public static <T> SqlType<T> decoded(Class<T> javaType, Supplier<JsonReader<T>> decoder) {
        return new SqlType<>(Kind.JSON, javaType, 0, 0, null, null, decoder);
    }

    /** The like of {@link #decoded}, for a list of values of a type. */
    @SuppressWarnings("unchecked") // a list of the element's Java type
    public static <E> SqlType<List<E>> decodedList(SqlType<E> element, Supplier<JsonReader<List<E>>> decoder) {
        return new SqlType<>(Kind.JSON, (Class<List<E>>) (Class<?>) List.class, 0, 0, element, null, decoder);
    }

    private static void requirePositive(String what, int number) {
        if (number <= 0) {
            throw new IllegalArgumentException("expected a positive " + what + ", got " + number);
        }
    }

    /**
     * This type with another Java type in front of it:
     *
     * <pre>{@code SqlType<Money> MONEY = SqlType.BIGINT.mapped(Money.class, Money::cents, Money::ofCents);}</pre>
     *
     * @param toColumn from the new Java type to this one; never given null, must not return null
     * @param fromColumn the way back; never given null, must not return null
     */
    public <J> SqlType<J> mapped(
            Class<J> newType, Function<? super J, ? extends T> toColumn, Function<? super T, ? extends J> fromColumn) {
        return new SqlType<>(kind, newType, size, scale, element, new Mapping<>(this, toColumn, fromColumn));
    }

    /** The kind of type that the database sees. */
    public Kind kind() {
        return kind;
    }

    /** The class of a value, never a primitive. */
    public Class<T> javaType() {
        return javaType;
    }

    /** The length of a varchar or the precision of a decimal, 0 if none is declared. */
    public int size() {
        return size;
    }

    /** The scale of a decimal, 0 if none is declared. */
    public int scale() {
        return scale;
    }

    /** The class of the elements, or null if a value is no list, or the class of its elements is not known. */
    public @Nullable Class<?> elementClass() {
        return element == null || mapping != null || element.javaType == Object.class ? null : element.javaType;
    }

    /** Whether it is what a database makes as JSON of other values, as which they are not compared. */
    public boolean isDecoded() {
        return decoder != null;
    }

    /**
     * The type of the elements of an array.
     *
     * @throws IllegalStateException if this is the type of no array
     */
    public SqlType<?> element() {
        if (element == null) {
            throw new IllegalStateException("expected the type of an array, got " + this);
        }
        return element;
    }

    /** Whether a value reaches JDBC as it is, rather than through a {@link #mapped} type. */
    public boolean isDirect() {
        return mapping == null && decoder == null;
    }

    /** The value as it reaches JDBC: for an enum, the name of its constant. */
    public Object toColumn(T value) {
        if (mapping != null) {
            return mapping.toColumn(value);
        } else if (decoder != null) {
            throw onlyRead();
        }
        return element == null
                ? value
                : Collections.unmodifiableList(Arrays.asList(elements(element, (List<?>) value)));
    }

    private IllegalArgumentException onlyRead() {
        return new IllegalArgumentException(
                "expected a value that can be bound, got rows within a row (" + this + "), which can only be read");
    }

    @SuppressWarnings("unchecked") // the elements of a list of T
    private static <E> @Nullable Object[] elements(SqlType<E> type, List<?> values) {
        @Nullable Object[] elements = new Object[values.size()];
        for (int i = 0; i < elements.length; i++) {
            Object value = values.get(i);
            elements[i] = value == null ? null : type.toColumn((E) value);
        }
        return elements;
    }

    /** A value as JDBC yields it, on its way back through {@link #mapped}: for the name of a constant, the constant. */
    @SuppressWarnings("unchecked") // JDBC's value of a direct type is of its Java type
    public T fromColumn(Object value) {
        return mapping == null ? (T) value : mapping.fromColumn(value);
    }

    /** Binds a value, or NULL, to the parameter at the 1-based index. */
    public void bind(Codecs codecs, PreparedStatement statement, int index, @Nullable T value) throws SQLException {
        if (value == null) {
            statement.setNull(index, codecs.get(kind).jdbcType());
        } else if (mapping != null) {
            mapping.bind(codecs, statement, index, value);
        } else if (decoder != null) {
            throw onlyRead();
        } else if (element != null) {
            codecs.arrays().bindValues(statement, index, element, elements(element, (List<?>) value));
        } else {
            codecs.<T>get(kind).bind(statement, index, value);
        }
    }

    /** How a value, or NULL, is bound, resolved once for many rows. */
    public ValueBinder<T> binder(Codecs codecs) {
        if (mapping != null || decoder != null || element != null) {
            return (statement, index, value) -> bind(codecs, statement, index, value);
        }
        Codec<T> codec = codecs.get(kind);
        int jdbcType = codec.jdbcType();
        return (statement, index, value) -> {
            if (value == null) {
                statement.setNull(index, jdbcType);
            } else {
                codec.bind(statement, index, value);
            }
        };
    }

    /** How a value is read, resolved once for a result rather than once for a row. */
    @SuppressWarnings("unchecked") // a list of the element's Java type
    public ValueReader<T> reader(Codecs codecs) {
        if (mapping != null) {
            return mapping.reader(codecs);
        } else if (decoder != null) {
            return decoded(codecs.get(Kind.JSON), decoder.get());
        }
        return element == null
                ? codecs.<T>get(kind)
                : (ValueReader<T>) codecs.arrays().reader(element, codecs);
    }

    private static <T> ValueReader<T> decoded(ValueReader<Json> json, JsonReader<T> reader) {
        return (row, column) -> {
            Json value = json.read(row, column);
            return JsonCursor.read(value == null ? "null" : value.text(), reader);
        };
    }

    /** How a value is read that stands in the JSON of rows, resolved once for a result rather than once for a row. */
    public JsonReader<T> jsonReader() {
        if (mapping != null) {
            return mapping.jsonReader();
        } else if (decoder != null) {
            JsonReader<T> reader = decoder.get();
            return json -> json.isText() ? JsonCursor.read(json.text(), reader) : reader.read(json);
        }
        return JsonValues.reader(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SqlType<?> that
                && kind == that.kind
                && javaType == that.javaType
                && size == that.size
                && scale == that.scale
                && Objects.equals(element, that.element)
                && Objects.equals(mapping, that.mapping)
                && Objects.equals(decoder, that.decoder);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The type as the standard spells it with the Java type where that is not the usual one. */
    @Override
    public String toString() {
        String sizes = size == 0 ? "" : kind == Kind.DECIMAL ? "(" + size + ", " + scale + ")" : "(" + size + ")";
        String suffix = isDirect() ? "" : " as " + javaType.getSimpleName();
        if (decoder != null && element != null) {
            return "rows as " + element.javaType.getSimpleName();
        } else if (decoder != null) {
            return "row" + suffix;
        } else if (element != null) {
            return element + " array" + suffix;
        }
        return word(kind) + sizes + suffix;
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private record Mapping<T, B>(
            SqlType<B> base, Function<? super T, ? extends B> toColumn, Function<? super B, ? extends T> fromColumn) {

        Object toColumn(T value) {
            return base.toColumn(toColumn.apply(value));
        }

        T fromColumn(Object value) {
            return fromColumn.apply(base.fromColumn(value));
        }

        void bind(Codecs codecs, PreparedStatement statement, int index, T value) throws SQLException {
            base.bind(codecs, statement, index, toColumn.apply(value));
        }

        JsonReader<T> jsonReader() {
            JsonReader<B> reader = base.jsonReader();
            return json -> {
                B value = reader.read(json);
                return value == null ? null : fromColumn.apply(value);
            };
        }

        ValueReader<T> reader(Codecs codecs) {
            ValueReader<B> reader = base.reader(codecs);
            return (row, column) -> {
                B value = reader.read(row, column);
                return value == null ? null : fromColumn.apply(value);
            };
        }
    }
}
