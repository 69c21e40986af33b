package dev.rowan.dialect.duckdb;

import dev.rowan.type.Codec;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType.Kind;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The types whose values the driver would shift, by the Julian calendar or by summer time, or lose. */
final class DuckDbCodec {
    static final Codecs ALL = Codecs.standard()
            .with(Kind.DECIMAL, Codec.of(Types.DECIMAL, DuckDbCodec::bindDecimal, ResultSet::getBigDecimal))
            .with(Kind.DATE, Codec.of(Types.DATE, (s, i, v) -> s.setString(i, v.toString()), ResultSet::getObject))
            .with(Kind.INSTANT, Codec.of(Types.OTHER, DuckDbCodec::bindInstant, DuckDbCodec::readInstant));

    private DuckDbCodec() {}

    /** The driver refuses negative scales, and binds NULL for a number of more than 38 digits. */
    private static void bindDecimal(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        BigDecimal decimal = value.scale() < 0 ? value.setScale(0) : value;
        if (Math.max(decimal.precision(), decimal.scale()) > 38) {
            throw new IllegalArgumentException("expected a number of at most 38 digits in bind " + index);
        }
        statement.setBigDecimal(index, decimal);
    }

    private static void bindInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant readInstant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
