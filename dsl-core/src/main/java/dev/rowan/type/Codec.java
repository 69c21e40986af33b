package dev.rowan.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Moves one value of a type between Java and JDBC. Implementations are stateless and thread-safe.
 *
 * @param <T> the Java type
 */
public interface Codec<T> extends ValueReader<T> {

    /** The constant of {@link java.sql.Types} with which NULL is bound. */
    int jdbcType();

    /** Binds a value, which is never null, to the parameter at the 1-based index. */
    void bind(PreparedStatement statement, int index, T value) throws SQLException;

    /**
     * A codec of two functions: {@code Codec.of(Types.VARCHAR, PreparedStatement::setString, ResultSet::getString)}.
     *
     * @param jdbcType see {@link #jdbcType()}
     */
    static <T> Codec<T> of(int jdbcType, Binder<T> binder, ValueReader<T> reader) {
        return new Codec<>() {
            @Override
            public int jdbcType() {
                return jdbcType;
            }

            @Override
            public void bind(PreparedStatement statement, int index, T value) throws SQLException {
                binder.bind(statement, index, value);
            }

            @Override
            public @Nullable T read(ResultSet row, int column) throws SQLException {
                return reader.read(row, column);
            }
        };
    }

    /**
     * The text itself, for a codec to bind: drivers send another character for half a pair of surrogates.
     *
     * @throws IllegalArgumentException if there is such a half in it
     */
    static String requireWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    throw new IllegalArgumentException(
                            "expected a text of whole characters, got one with half a pair of surrogates at position "
                                    + i + "; cut texts between code points, or use a column of bytes");
                }
                i++; // the other half
            }
        }
        return text;
    }

    /**
     * The text of JSON as it was given, for a codec to bind.
     *
     * @throws IllegalArgumentException if there is half a pair of surrogates in it, as a character or escaped
     */
    static String requireWellFormed(Json json) {
        if (json.text().contains("\\u")) {
            requireWellFormed(json.compact());
        }
        return requireWellFormed(json.text());
    }

    /**
     * Binds values of a type.
     *
     * @param <T> the Java type
     */
    @FunctionalInterface
    interface Binder<T> {
        /** Binds a value, which is never null, to the parameter at the 1-based index. */
        void bind(PreparedStatement statement, int index, T value) throws SQLException;
    }
}
