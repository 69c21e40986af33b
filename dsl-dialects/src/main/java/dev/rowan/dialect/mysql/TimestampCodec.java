package dev.rowan.dialect.mysql;

import dev.rowan.type.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Timestamps of years that the server knows; MariaDB's driver would send year -43 as 44. */
final class TimestampCodec implements Codec<LocalDateTime> {

    @Override
    public int jdbcType() {
        return Types.TIMESTAMP;
    }

    @Override
    public void bind(PreparedStatement statement, int index, LocalDateTime value) throws SQLException {
        statement.setObject(index, checked(value).truncatedTo(ChronoUnit.MICROS));
    }

    /** The time itself, if its year is one of the server's. */
    static LocalDateTime checked(LocalDateTime value) {
        if (value.getYear() < 0 || value.getYear() > 9999) {
            throw new IllegalArgumentException("expected a year between 0 and 9999, got " + value.getYear()
                    + ", which the type datetime does not hold; store it as a number");
        }
        return value;
    }

    @Override
    public @Nullable LocalDateTime read(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }
}
