package dev.rowan.dialect.trino;

import dev.rowan.type.Codec;
import dev.rowan.type.Codecs;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType.Kind;
import dev.rowan.type.ValueReader;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/**
 * Times, UUIDs and JSON travel as texts, which {@link TrinoRenderer} has the server convert: the driver takes neither, and reads times
 * through the JVM's zone.
 */
final class TrinoCodecs {
    private static final int MOST_DIGITS = 38;
    private static final int LAST_YEAR = 290_000;

    static final Codecs ALL = Codecs.standard()
            .with(Kind.DECIMAL, Codec.of(Types.DECIMAL, TrinoCodecs::bindDecimal, ResultSet::getBigDecimal))
            .with(Kind.DATE, text(LocalDate::toString, TrinoCodecs::date))
            .with(
                    Kind.TIME,
                    text((LocalTime time) -> time.truncatedTo(ChronoUnit.MICROS).toString(), LocalTime::parse))
            .with(Kind.TIMESTAMP, text(TrinoCodecs::shown, TrinoCodecs::timestamp))
            .with(Kind.INSTANT, text(TrinoCodecs::shown, TrinoCodecs::instant))
            .with(Kind.UUID, text(UUID::toString, UUID::fromString))
            .with(Kind.JSON, text((Json json) -> Codec.requireWellFormed(json.compact()), Json::unchecked));

    private TrinoCodecs() {}

    private static <T> Codec<T> text(Function<T, String> shown, Function<String, T> parsed) {
        ValueReader<T> reader = (row, column) -> {
            String text = row.getString(column);
            return text == null ? null : parsed.apply(text);
        };
        return Codec.of(
                Types.VARCHAR, (statement, index, value) -> statement.setString(index, shown.apply(value)), reader);
    }

    private static void bindDecimal(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        BigDecimal decimal = value.scale() < 0 ? value.setScale(0) : value;
        if (Math.max(decimal.precision(), decimal.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "expected a number of at most " + MOST_DIGITS + " digits in bind " + index + ", got more");
        }
        statement.setBigDecimal(index, new Plain(decimal));
    }

    /** The server counts 64 bits of microseconds, and stores what is beyond as another time. */
    private static String shown(LocalDateTime time) {
        if (Math.abs(time.getYear()) > LAST_YEAR) {
            throw new DateTimeException("expected a time between the years -" + LAST_YEAR + " and " + LAST_YEAR
                    + ", got one of the year " + time.getYear() + ", which Trino cannot hold");
        }
        LocalDateTime micros = time.truncatedTo(ChronoUnit.MICROS);
        return micros.toLocalDate() + " " + micros.toLocalTime();
    }

    private static String shown(Instant instant) {
        return shown(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + " UTC";
    }

    private static LocalDate date(String text) {
        boolean isLong = text.indexOf('-', 1) > 4 && Character.isDigit(text.charAt(0));
        return LocalDate.parse(isLong ? "+" + text : text);
    }

    private static LocalDateTime timestamp(String text) {
        int blank = text.indexOf(' ');
        return LocalDateTime.of(date(text.substring(0, blank)), LocalTime.parse(text.substring(blank + 1)));
    }

    private static Instant instant(String text) {
        int zone = text.lastIndexOf(' ');
        return timestamp(text.substring(0, zone))
                .atZone(ZoneId.of(text.substring(zone + 1)))
                .toInstant();
    }

    /** A number that is never shown with an exponent, which the driver would send on. */
    private static final class Plain extends BigDecimal {
        private static final long serialVersionUID = 1L;

        Plain(BigDecimal value) {
            super(value.unscaledValue(), value.scale());
        }

        @Override
        public String toString() {
            return toPlainString();
        }
    }
}
