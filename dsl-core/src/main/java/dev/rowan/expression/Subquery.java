package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * A select as part of an expression.
 *
 * @param <T> what its rows are: the value, if it selects one column
 */
public interface Subquery<T extends @Nullable Object> {

    /** How many columns it selects. */
    int width();

    /** Whether its only column can be NULL. */
    boolean yieldsNull();
}
