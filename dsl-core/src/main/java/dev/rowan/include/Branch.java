package dev.rowan.include;

import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One included association of a plan, and how its records come. */
interface Branch {

    /** The position of the association among those of its table. */
    int index();

    /** Whether its records come by statements of their own. */
    boolean needsStatements();

    /** Adds a line that says how the records come, and lines for what they include. */
    void describe(String indent, List<String> lines);

    /** Loads what belongs to buffered rows. */
    Related load(GraphReader<?> reader, RowBuffer parents, Fetcher fetcher);

    /** What was loaded. */
    interface Related {

        /** What belongs to a row: a list of records, or a record or null. */
        @Nullable
        Object of(int row);
    }
}
