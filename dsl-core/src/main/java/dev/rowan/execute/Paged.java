package dev.rowan.execute;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one page, and how many there are in all. Immutable.
 *
 * @param rows the rows, in order; fewer than the page's size on the last page, none past it; a list that cannot be changed
 * @param page which page it is
 * @param total how many rows the query has without pages
 */
public record Paged<R extends @Nullable Object>(List<R> rows, Page page, long total) {

    /** Creates a page, which the list is given away to. */
    public Paged {
        rows = Collections.unmodifiableList(rows); // a value may be null
    }

    /** How many pages there are; 0 if there is no row. */
    public long pages() {
        return total / page.size() + (total % page.size() == 0 ? 0 : 1);
    }

    /** Whether there are rows after these. */
    public boolean hasNext() {
        return page.number() < pages();
    }

    /** Whether there are pages before this one. */
    public boolean hasPrevious() {
        return page.number() > 1;
    }
}
