package dev.rowan.dialect.mysql;

import dev.rowan.error.DecodeException;
import dev.rowan.type.Codec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * UUIDs as {@code binary(16)}; given the object itself, Connector/J would store it serialized. A column of MariaDB's own type
 * takes these bytes too, and is read as text.
 */
final class UuidCodec implements Codec<UUID> {

    @Override
    public int jdbcType() {
        return Types.BINARY;
    }

    @Override
    public void bind(PreparedStatement statement, int index, UUID value) throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        statement.setBytes(index, bytes.array());
    }

    @Override
    public @Nullable UUID read(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            return null;
        }
        if (bytes.length == 36) {
            return UUID.fromString(new String(bytes, StandardCharsets.US_ASCII));
        } else if (bytes.length != 16) {
            throw new DecodeException(
                    "expected a UUID of 16 bytes, got " + bytes.length + "; declare the column binary(16)");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
