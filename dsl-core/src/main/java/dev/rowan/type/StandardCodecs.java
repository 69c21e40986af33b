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
        codecs.put(Kind.BOOLEAN, codec(Types.BOOLEAN, PreparedStatement::setBoolean, orNull(ResultSet::getBoolean)));
        codecs.put(Kind.SMALLINT, codec(Types.SMALLINT, PreparedStatement::setShort, orNull(ResultSet::getShort)));
        codecs.put(Kind.INTEGER, codec(Types.INTEGER, PreparedStatement::setInt, orNull(ResultSet::getInt)));
        codecs.put(Kind.BIGINT, codec(Types.BIGINT, PreparedStatement::setLong, orNull(ResultSet::getLong)));
        codecs.put(Kind.REAL, codec(Types.REAL, PreparedStatement::setFloat, orNull(ResultSet::getFloat)));
        codecs.put(Kind.DOUBLE, codec(Types.DOUBLE, PreparedStatement::setDouble, orNull(ResultSet::getDouble)));
        codecs.put(Kind.DECIMAL, codec(Types.DECIMAL, PreparedStatement::setBigDecimal, ResultSet::getBigDecimal));
        codecs.put(Kind.VARCHAR, codec(Types.VARCHAR, PreparedStatement::setString, ResultSet::getString));
        codecs.put(Kind.TEXT, codec(Types.VARCHAR, PreparedStatement::setString, ResultSet::getString));
        codecs.put(Kind.BINARY, codec(Types.VARBINARY, PreparedStatement::setBytes, ResultSet::getBytes));
        putTimes(codecs);
        codecs.put(
                Kind.UUID,
                codec(Types.OTHER, PreparedStatement::setObject, (row, column) -> row.getObject(column, UUID.class)));
        return codecs;
    }

    private static void putTimes(Map<Kind, Codec<?>> codecs) {
        codecs.put(
                Kind.DATE,
                codec(
                        Types.DATE,
                        PreparedStatement::setObject,
                        (row, column) -> row.getObject(column, LocalDate.class)));
        codecs.put(
                Kind.TIME,
                codec(
                        Types.TIME,
                        (statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
                        (row, column) -> row.getObject(column, LocalTime.class)));
        codecs.put(
                Kind.TIMESTAMP,
                codec(
                        Types.TIMESTAMP,
                        (statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
                        (row, column) -> row.getObject(column, LocalDateTime.class)));
        codecs.put(
                Kind.INSTANT,
                codec(Types.TIMESTAMP_WITH_TIMEZONE, StandardCodecs::bindInstant, StandardCodecs::readInstant));
    }

    private static void bindInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant readInstant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <T> Read<T> orNull(Read<T> read) {
        return (row, column) -> {
            T value = read.read(row, column);
            return row.wasNull() ? null : value;
        };
    }

    private static <T> Codec<T> codec(int jdbcType, Bind<T> bind, Read<T> read) {
        return new Codec<>() {
            @Override
            public int jdbcType() {
                return jdbcType;
            }

            @Override
            public void bind(PreparedStatement statement, int index, T value) throws SQLException {
                bind.bind(statement, index, value);
            }

            @Override
            public @Nullable T read(ResultSet row, int column) throws SQLException {
                return read.read(row, column);
            }
        };
    }

    private interface Bind<T> {
        void bind(PreparedStatement statement, int index, T value) throws SQLException;
    }

    private interface Read<T> {
        @Nullable
        T read(ResultSet row, int column) throws SQLException;
    }
}
