package dev.rowan.dialect.mysql;

import dev.rowan.type.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Floats as {@code double}: the server shows only six digits of a float, and compares it with text as a double. */
final class RealCodec implements Codec<Float> {
    @Override
    public int jdbcType() {
        return Types.DOUBLE;
    }

    @Override
    public void bind(PreparedStatement statement, int index, Float value) throws SQLException {
        statement.setDouble(index, value);
    }

    @Override
    public @Nullable Float read(ResultSet row, int column) throws SQLException {
        float value = (float) row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
