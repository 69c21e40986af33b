package dev.rowan.execute;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.query.SetOperation;

/** What is asked for to fill a page. */
final class Pages {
    private Pages() {}

    static <R> RowQuery<R> rows(RowQuery<R> query, Page page) {
        requireUnlimited(query, "a page");
        RowQuery<R> ordered = query.inDefiniteOrder();
        if (ordered instanceof Select<R, ?> select) {
            return select.limit(page.size()).offset(page.offset());
        } else if (ordered instanceof SetOperation<R> operation) {
            return operation.limit(page.size()).offset(page.offset());
        }
        throw new InvalidQueryException("expected a query with a table to fetch a page of, got one row of "
                + query.columns() + "; use fetchOne(…)");
    }

    static void requireUnlimited(RowQuery<?> query, String part) {
        boolean withTies = query instanceof Select<?, ?> select && select.isWithTies();
        if (query.maxRows() != null || query.skippedRows() > 0 || withTies) {
            throw new InvalidQueryException(
                    "expected a query without limit(…), offset(…) and withTies() to fetch " + part
                            + " of, for it sets them itself, got one with; leave them out, or select from derived(…) of it");
        }
    }
}
