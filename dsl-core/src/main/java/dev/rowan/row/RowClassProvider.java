package dev.rowan.row;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Knows classes that hold rows as records do, such as those of another language; found by {@link java.util.ServiceLoader}.
 * Thread-safe.
 */
public interface RowClassProvider {

    /**
     * What a class is made of.
     *
     * @param type no record
     * @param lookup sees the private members of the class, unless its module keeps it closed
     * @return null if the provider does not know the class
     * @throws dev.rowan.error.InvalidQueryException if it knows the class, and that it cannot hold rows
     */
    @Nullable
    RowClass describe(Class<?> type, MethodHandles.Lookup lookup);

    /**
     * The constructor that a function of the language refers to, so that its names can be compared with those of columns.
     *
     * @param function what the language has wrapped to be given to {@code as(…)}
     * @return null if the provider does not know the function, or it refers to no constructor
     */
    default @Nullable Constructor<?> referred(Object function) {
        return null;
    }
}
