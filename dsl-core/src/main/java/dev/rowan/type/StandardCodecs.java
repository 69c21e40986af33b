package dev.rowan.type;

import dev.rowan.type.SqlType.Kind;
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
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The codecs of JDBC 4.2. Times are cut to microseconds before they are bound, so that what is written is read again. */
final class StandardCodecs {
    private StandardCodecs() {}

    static Map<Kind, Codec<?>> all() {
        Map<Kind, Codec<?>> codecs = new EnumMap<>(Kind.class);
        codecs.put(Kind.BOOLEAN, Codec.of(Types.BOOLEAN, PreparedStatement::setBoolean, orNull(ResultSet::getBoolean)));
        codecs.put(Kind.SMALLINT, Codec.of(Types.SMALLINT, PreparedStatement::setShort, orNull(ResultSet::getShort)));
        codecs.put(Kind.INTEGER, Codec.of(Types.INTEGER, PreparedStatement::setInt, orNull(ResultSet::getInt)));
        codecs.put(Kind.BIGINT, Codec.of(Types.BIGINT, PreparedStatement::setLong, orNull(ResultSet::getLong)));
        codecs.put(Kind.REAL, Codec.of(Types.REAL, PreparedStatement::setFloat, orNull(ResultSet::getFloat)));
        codecs.put(Kind.DOUBLE, Codec.of(Types.DOUBLE, PreparedStatement::setDouble, orNull(ResultSet::getDouble)));
        codecs.put(Kind.DECIMAL, Codec.of(Types.DECIMAL, PreparedStatement::setBigDecimal, ResultSet::getBigDecimal));
        codecs.put(Kind.VARCHAR, Codec.of(Types.VARCHAR, StandardCodecs::bindText, ResultSet::getString));
        codecs.put(Kind.TEXT, Codec.of(Types.VARCHAR, StandardCodecs::bindText, ResultSet::getString));
        codecs.put(Kind.BINARY, Codec.of(Types.VARBINARY, PreparedStatement::setBytes, ResultSet::getBytes));
        codecs.put(Kind.JSON, Codec.of(Types.VARCHAR, StandardCodecs::bindJson, StandardCodecs::readJson));
        codecs.put(Kind.ARRAY, Codec.of(Types.ARRAY, PreparedStatement::setObject, ResultSet::getObject));
        putTimes(codecs);
        codecs.put(
                Kind.UUID,
                Codec.of(
                        Types.OTHER, PreparedStatement::setObject, (row, column) -> row.getObject(column, UUID.class)));
        return codecs;
    }

    private static void putTimes(Map<Kind, Codec<?>> codecs) {
        codecs.put(
                Kind.DATE,
                Codec.of(
                        Types.DATE,
                        PreparedStatement::setObject,
                        (row, column) -> row.getObject(column, LocalDate.class)));
        codecs.put(
                Kind.TIME,
                Codec.of(
                        Types.TIME,
                        (statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
                        (row, column) -> row.getObject(column, LocalTime.class)));
        codecs.put(
                Kind.TIMESTAMP,
                Codec.of(
                        Types.TIMESTAMP,
                        (statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
                        (row, column) -> row.getObject(column, LocalDateTime.class)));
        codecs.put(
                Kind.INSTANT,
                Codec.of(Types.TIMESTAMP_WITH_TIMEZONE, StandardCodecs::bindInstant, StandardCodecs::readInstant));
    }

    private static void bindText(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setString(index, Codec.requireWellFormed(value));
    }

    private static void bindJson(PreparedStatement statement, int index, Json value) throws SQLException {
        statement.setString(index, Codec.requireWellFormed(value.compact()));
    }

    private static @Nullable Json readJson(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Json.unchecked(text);
    }

    private static void bindInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant readInstant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** An element of an array, cut and moved as a value by itself is before it is bound. */
    static Object element(Kind kind, Object value) {
        return switch (kind) {
            case VARCHAR, TEXT -> Codec.requireWellFormed((String) value);
            case TIME -> ((LocalTime) value).truncatedTo(ChronoUnit.MICROS);
            case TIMESTAMP -> ((LocalDateTime) value).truncatedTo(ChronoUnit.MICROS);
            case INSTANT -> ((Instant) value).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            default -> value;
        };
    }

    private static <T> ValueReader<T> orNull(ValueReader<T> read) {
        return (row, column) -> {
            T value = read.read(row, column);
            return row.wasNull() ? null : value;
        };
    }
}
