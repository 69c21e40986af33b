package dev.rowan.dialect.sqlite;

import dev.rowan.error.DecodeException;
import dev.rowan.type.Codec;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType.Kind;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values become one of SQLite's five kinds. */
final class SqliteCodecs {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private static final double EXACT_IN_DOUBLES = 1L << 53;

    private SqliteCodecs() {}

    static Codecs all() {
        return Codecs.standard()
                .with(Kind.SMALLINT, Codec.of(Types.SMALLINT, PreparedStatement::setShort, SqliteCodecs::smallint))
                .with(Kind.INTEGER, Codec.of(Types.INTEGER, PreparedStatement::setInt, SqliteCodecs::integer))
                .with(Kind.BIGINT, Codec.of(Types.BIGINT, PreparedStatement::setLong, SqliteCodecs::bigint))
                .with(Kind.DECIMAL, new NumberCodec())
                .with(Kind.DATE, new IsoCodec<>(date -> sortable(date).toString(), LocalDate::parse))
                .with(Kind.TIME, new IsoCodec<LocalTime>(TIME::format, LocalTime::parse))
                .with(Kind.TIMESTAMP, new IsoCodec<>(SqliteCodecs::local, text -> LocalDateTime.parse(withT(text))))
                .with(Kind.INSTANT, new IsoCodec<>(SqliteCodecs::utc, SqliteCodecs::instant))
                .with(Kind.UUID, new IsoCodec<>(UUID::toString, UUID::fromString));
    }

    /** The text of a decimal: as many digits after the point as its column has, or more if it has more. */
    static String canonical(BigDecimal decimal, int scale) {
        BigDecimal shortest = decimal.stripTrailingZeros();
        return shortest.setScale(Math.max(scale, shortest.scale())).toPlainString();
    }

    private static @Nullable Short smallint(ResultSet row, int column) throws SQLException {
        Long value = bigint(row, column);
        return value == null ? null : Short.valueOf((short) within(Short.MIN_VALUE, Short.MAX_VALUE, value));
    }

    private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        Long value = bigint(row, column);
        return value == null ? null : Integer.valueOf((int) within(Integer.MIN_VALUE, Integer.MAX_VALUE, value));
    }

    /** The driver's own narrower getters cut off what does not fit. */
    private static long within(long least, long most, long value) {
        if (value < least || value > most) {
            throw new DecodeException("expected a number between " + least + " and " + most
                    + ", got another; declare or cast the expression as a wider type");
        }
        return value;
    }

    /** A computation that leaves 64 bits goes on as a double, which the driver would turn to the nearest number that fits. */
    private static @Nullable Long bigint(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof Double real && Math.rint(real) != real) {
            throw new DecodeException("expected a whole number, got a double with digits after the point; declare the"
                    + " column or cast the expression as double precision or as a decimal");
        } else if (value instanceof Double real && Math.abs(real) > EXACT_IN_DOUBLES) {
            throw new DecodeException(
                    "expected a whole number of 64 bits, got a double, as which SQLite goes on where a"
                            + " computation overflows; compute in smaller steps");
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        return value == null ? null : Long.valueOf(row.getLong(column));
    }

    private static LocalDate sortable(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException("expected a year between 0 and 9999, got " + date.getYear()
                    + ", whose text SQLite would not sort as a date; store it as a number");
        }
        return date;
    }

    private static String local(LocalDateTime time) {
        sortable(time.toLocalDate());
        return TIMESTAMP.format(time);
    }

    private static String utc(Instant instant) {
        return local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
    }

    private static Instant instant(String text) {
        String iso = withT(text);
        return iso.length() > 6 && (iso.endsWith("Z") || "+-".indexOf(iso.charAt(iso.length() - 6)) >= 0)
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    /** SQLite's own functions, such as {@code current_timestamp}, write a blank between date and time. */
    private static String withT(String text) {
        return text.replace(' ', 'T');
    }

    /** Values as ISO texts of one width. */
    private record IsoCodec<T>(Function<T, String> format, Function<String, T> parse) implements Codec<T> {
        @Override
        public int jdbcType() {
            return Types.VARCHAR;
        }

        @Override
        public void bind(PreparedStatement statement, int index, T value) throws SQLException {
            statement.setString(index, format.apply(value));
        }

        @Override
        public @Nullable T read(ResultSet row, int column) throws SQLException {
            String text = row.getString(column);
            return text == null ? null : parse.apply(text);
        }
    }

    /** Decimals as numbers, for comparisons and sums; those of a column are bound as texts, see {@link SqliteRenderer}. */
    private static final class NumberCodec implements Codec<BigDecimal> {
        @Override
        public int jdbcType() {
            return Types.VARCHAR;
        }

        @Override
        public void bind(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
            BigDecimal whole = BigDecimal.valueOf(value.longValue());
            if (whole.compareTo(value) == 0) {
                statement.setLong(index, value.longValue());
            } else {
                statement.setDouble(index, value.doubleValue());
            }
        }

        @Override
        public @Nullable BigDecimal read(ResultSet row, int column) throws SQLException {
            String text = row.getString(column);
            return text == null ? null : new BigDecimal(text);
        }
    }
}
