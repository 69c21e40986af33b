package dev.rowan.dialect.mysql;

import dev.rowan.type.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as {@code datetime(6)} in UTC. Neither the driver nor the server converts a local date and time, whatever the
 * zones of the JVM and of the session.
 */
final class InstantCodec implements Codec<Instant> {

    @Override
    public int jdbcType() {
        return Types.TIMESTAMP;
    }

    @Override
    public void bind(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(
                index,
                TimestampCodec.checked(LocalDateTime.ofInstant(value.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC)));
    }

    @Override
    public @Nullable Instant read(ResultSet row, int column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
