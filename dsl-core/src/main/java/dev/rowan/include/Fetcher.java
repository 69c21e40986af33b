package dev.rowan.include;

import dev.rowan.query.Select;
import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;

/** Runs a select on the connection of the parents, and appends its rows to a buffer. */
@FunctionalInterface
public interface Fetcher {

    /** Runs the select; the reader was made for its shape. */
    void fetch(Select<?, ?> select, GraphReader<?> reader, RowBuffer buffer);
}
