package dev.rowan.execute;

/**
 * Which part of a query's rows is asked for, by number: {@code db.page(query, Page.of(2, 10))} skips ten rows and yields the ten
 * that follow. Immutable.
 *
 * @param number the number of the page, from 1
 * @param size how many rows a page has
 */
public record Page(long number, int size) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one of them is less than 1, or the page lies beyond 2^63 rows
     */
    public Page {
        if (number < 1 || size < 1) {
            throw new IllegalArgumentException(
                    "expected a page from 1, of at least one row, got page " + number + " of " + size + " rows");
        }
        if (number > Long.MAX_VALUE / size) {
            throw new IllegalArgumentException(
                    "expected a page among the first 2^63 rows, got page " + number + " of " + size + " rows");
        }
    }

    /**
     * A page.
     *
     * @throws IllegalArgumentException if the number or the size is less than 1
     */
    public static Page of(long number, int size) {
        return new Page(number, size);
    }

    /** The first page. */
    public static Page first(int size) {
        return new Page(1, size);
    }

    /** How many rows come before it. */
    public long offset() {
        return (number - 1) * size;
    }

    /** The page after it, whether there are rows on it or not. */
    public Page next() {
        return new Page(number + 1, size);
    }

    /**
     * The page before it.
     *
     * @throws IllegalArgumentException if it is the first
     */
    public Page previous() {
        return new Page(number - 1, size);
    }
}
