package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.function.Predicate;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What can stand in a select list: an expression, or an expression with a name.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface Selectable<T extends @Nullable Object> {

    /** The expression itself. */
    Expression<T> expression();

    /** The name that the result's column bears, or null if it bears none that is of use. */
    @Nullable
    String label();

    /** What the value is. */
    SqlType<@NonNull T> type();

    /**
     * Whether the value can be NULL.
     *
     * @param outerJoined tells of a source whether its columns are NULL in rows without a match
     */
    boolean isNullable(Predicate<? super Source> outerJoined);
}
