package dev.rowan.dialect.sqlserver;

import dev.rowan.type.Codec;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType.Kind;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the driver of SQL Server has no type for, or another one than the standard's. */
final class SqlServerCodecs {
    private static final int MOST_DIGITS = 38;

    static final Codecs ALL = Codecs.standard()
            .with(Kind.BOOLEAN, Codec.of(Types.BIT, PreparedStatement::setBoolean, SqlServerCodecs::readBoolean))
            .with(Kind.DECIMAL, Codec.of(Types.DECIMAL, SqlServerCodecs::bindDecimal, ResultSet::getBigDecimal))
            .with(Kind.UUID, Codec.of(Types.CHAR, SqlServerCodecs::bindUuid, SqlServerCodecs::readUuid));

    private SqlServerCodecs() {}

    private static @Nullable Boolean readBoolean(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : value;
    }

    private static void bindDecimal(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        BigDecimal decimal = value.scale() < 0 ? value.setScale(0) : value;
        if (Math.max(decimal.precision(), decimal.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "expected a number of at most " + MOST_DIGITS + " digits in bind " + index + ", got more");
        }
        statement.setBigDecimal(index, decimal);
    }

    /** As a text, which the server converts where a UUID is asked for. */
    private static void bindUuid(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setString(index, value.toString());
    }

    private static @Nullable UUID readUuid(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : UUID.fromString(text);
    }
}
