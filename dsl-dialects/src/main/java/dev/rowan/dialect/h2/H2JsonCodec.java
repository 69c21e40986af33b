package dev.rowan.dialect.h2;

import dev.rowan.type.Codec;
import dev.rowan.type.Json;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** JSON as bytes of UTF-8, which H2 parses; a text would become a JSON text. */
final class H2JsonCodec implements Codec<Json> {

    @Override
    public int jdbcType() {
        return Types.VARBINARY;
    }

    @Override
    public void bind(PreparedStatement statement, int index, Json value) throws SQLException {
        statement.setBytes(index, Codec.requireWellFormed(value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Json read(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Json.unchecked(text);
    }
}
