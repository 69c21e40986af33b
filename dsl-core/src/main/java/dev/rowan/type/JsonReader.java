package dev.rowan.type;

import org.jspecify.annotations.Nullable;

/**
 * Makes a value of JSON that a database made of it. Implementations are stateless and thread-safe.
 *
 * @param <T> the Java type
 */
@FunctionalInterface
public interface JsonReader<T> {

    /**
     * Reads the value on which the cursor stands, and all that is within it, without moving on.
     *
     * @return null for SQL NULL
     * @throws dev.rowan.error.DecodeException if it is no JSON of such a value
     */
    @Nullable
    T read(JsonCursor json);
}
