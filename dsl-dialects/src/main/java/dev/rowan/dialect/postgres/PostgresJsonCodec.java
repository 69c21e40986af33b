package dev.rowan.dialect.postgres;

import dev.rowan.type.Codec;
import dev.rowan.type.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** JSON as a value whose type the server finds out; a text would be none of JSON to it. */
final class PostgresJsonCodec implements Codec<Json> {

    @Override
    public int jdbcType() {
        return Types.OTHER;
    }

    @Override
    public void bind(PreparedStatement statement, int index, Json value) throws SQLException {
        statement.setObject(index, Codec.requireWellFormed(value), Types.OTHER);
    }

    @Override
    public @Nullable Json read(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Json.unchecked(text);
    }
}
