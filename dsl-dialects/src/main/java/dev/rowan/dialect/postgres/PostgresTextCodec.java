package dev.rowan.dialect.postgres;

import dev.rowan.type.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Text; PostgreSQL cannot store U+0000, which is said before the server says it less clearly. */
final class PostgresTextCodec implements Codec<String> {

    @Override
    public int jdbcType() {
        return Types.VARCHAR;
    }

    @Override
    public void bind(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setString(index, checked(value, "bind " + index));
    }

    static String checked(String value, String place) {
        int zero = value.indexOf('\0');
        if (zero >= 0) {
            throw new IllegalArgumentException(
                    "expected a text without U+0000, which PostgreSQL cannot store, got one at" + " position " + zero
                            + " of " + place + "; remove it, or use a column of bytes");
        }
        return Codec.requireWellFormed(value);
    }

    @Override
    public @Nullable String read(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
