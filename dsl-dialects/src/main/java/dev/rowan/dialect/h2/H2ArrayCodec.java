package dev.rowan.dialect.h2;

import dev.rowan.type.ArrayCodec;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType;
import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arrays bound and read as Java's own; through JDBC's arrays, times would be cut to milliseconds and shifted. */
final class H2ArrayCodec extends ArrayCodec {

    @Override
    protected void bind(PreparedStatement statement, int index, SqlType<?> type, @Nullable Object[] elements)
            throws SQLException {
        statement.setObject(index, elements);
    }

    @Override
    protected <E> @Nullable List<@Nullable E> read(ResultSet row, int column, SqlType<E> element, Codecs codecs)
            throws SQLException {
        Object array =
                row.getObject(column, Array.newInstance(type(element.kind()), 0).getClass());
        if (array == null) {
            return null;
        }
        List<@Nullable E> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            Object value = Array.get(array, i);
            elements.add(value == null ? null : element.fromColumn(value));
        }
        return elements;
    }

    private static Class<?> type(SqlType.Kind kind) {
        return switch (kind) {
            case BOOLEAN -> Boolean.class;
            case SMALLINT -> Short.class;
            case INTEGER -> Integer.class;
            case BIGINT -> Long.class;
            case REAL -> Float.class;
            case DOUBLE -> Double.class;
            case DECIMAL -> java.math.BigDecimal.class;
            case DATE -> LocalDate.class;
            case TIME -> LocalTime.class;
            case TIMESTAMP -> LocalDateTime.class;
            case INSTANT -> Instant.class;
            case UUID -> UUID.class;
            case BINARY -> byte[].class;
            default -> String.class;
        };
    }
}
