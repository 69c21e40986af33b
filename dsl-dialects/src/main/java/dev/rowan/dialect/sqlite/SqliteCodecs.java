package dev.rowan.dialect.sqlite;

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

    private SqliteCodecs() {}

    static Codecs all() {
        return Codecs.standard()
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
