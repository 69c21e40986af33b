package dev.rowan.type;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Binds arrays: how a driver wants the name of the elements' type, and the elements. An array is read as the rows that
 * {@link Array#getResultSet} makes of it, by the codec of its elements. Made for extension; stateless and thread-safe.
 */
public class ArrayCodec {
    static final ArrayCodec STANDARD = new ArrayCodec();

    /** For dialects. */
    protected ArrayCodec() {}

    /** Binds an array to the parameter at the 1-based index. */
    final void bindValues(PreparedStatement statement, int index, SqlType<?> type, @Nullable Object[] values)
            throws SQLException {
        @Nullable Object[] elements = new Object[values.length];
        for (int i = 0; i < elements.length; i++) {
            Object value = values[i];
            elements[i] = value == null ? null : element(type.kind(), value);
        }
        bind(statement, index, type, elements);
    }

    /** Binds elements that are as the driver wants them. */
    protected void bind(PreparedStatement statement, int index, SqlType<?> type, @Nullable Object[] elements)
            throws SQLException {
        Array array = statement.getConnection().createArrayOf(typeName(type), elements);
        try {
            statement.setArray(index, array);
        } finally {
            array.free();
        }
    }

    /** What the driver calls the type of the elements. */
    protected String typeName(SqlType<?> element) {
        return element.kind().name().toLowerCase(Locale.ROOT);
    }

    /** An element, which has passed its type's mapping, as the driver wants it. */
    protected Object element(SqlType.Kind kind, Object value) {
        return StandardCodecs.element(kind, value);
    }

    /** Reads lists that cannot be changed. */
    final <E> ValueReader<List<@Nullable E>> reader(SqlType<E> element, Codecs codecs) {
        return (row, column) -> {
            List<@Nullable E> elements = read(row, column, element, codecs);
            return elements == null ? null : Collections.unmodifiableList(elements);
        };
    }

    /** The elements of the array in a column, or null for NULL. */
    protected <E> @Nullable List<@Nullable E> read(ResultSet row, int column, SqlType<E> element, Codecs codecs)
            throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return null;
        }
        ValueReader<E> reader = element.reader(codecs);
        List<@Nullable E> elements = new ArrayList<>();
        try (ResultSet rows = array.getResultSet()) {
            while (rows.next()) {
                elements.add(reader.read(rows, 2)); // the first column is the index
            }
        } finally {
            array.free();
        }
        return elements;
    }
}
