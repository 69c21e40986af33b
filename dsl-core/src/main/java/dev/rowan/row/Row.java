package dev.rowan.row;

import org.jspecify.annotations.Nullable;

/** A typed tuple, one of the generated records {@code Row1} to {@code Row22}: what a select of several columns yields. */
public interface Row {

    /** How many values there are. */
    int size();

    /**
     * The value at the 0-based index; null for SQL NULL.
     *
     * @throws IndexOutOfBoundsException if there is no such value
     */
    @Nullable
    Object value(int index);
}
