package dev.rowan.execute;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a query's rows is asked for, by place: {@code db.slice(query, Slice.first(20))} yields the first twenty, and its
 * {@link Sliced#next()} asks for those after them. However deep, it costs what the first costs, and rows that others insert or
 * delete neither hide rows nor show one twice.
 *
 * <p>The cursor travels through a URL as it is, and comes back by {@link #of}. It holds the sort keys of one row, readable to
 * whoever decodes it, not signed: sort by nothing that its reader must not know. One that was made up finds other rows of the same
 * query, and no others. Immutable.
 *
 * @param size how many rows there are at most
 * @param cursor where they begin or end: letters, digits, {@code -} and {@code _}; empty for the beginning
 */
public record Slice(int size, String cursor) {
    static final String BEGINNING = "";
    static final String END = "end";

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the size is less than 1, or the cursor was damaged
     */
    public Slice {
        if (size < 1) {
            throw new IllegalArgumentException("expected a slice of at least one row, got one of " + size);
        }
        if (!cursor.equals(BEGINNING) && !cursor.equals(END)) {
            Cursor.payload(cursor);
        }
    }

    /** The first rows. */
    public static Slice first(int size) {
        return new Slice(size, BEGINNING);
    }

    /** The last rows, in the order of the query. */
    public static Slice last(int size) {
        return new Slice(size, END);
    }

    /**
     * The rows at a cursor, as a request tells it.
     *
     * @param cursor what {@link #cursor()} was of {@link Sliced#next()} or {@link Sliced#previous()}; null or empty for the first rows
     * @throws IllegalArgumentException if the size is less than 1, or the cursor was damaged
     */
    public static Slice of(int size, @Nullable String cursor) {
        return new Slice(size, cursor == null ? BEGINNING : cursor);
    }

    /** As many rows at another place. */
    Slice at(String place) {
        return new Slice(size, place);
    }
}
