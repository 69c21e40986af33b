package dev.rowan.execute;

import dev.rowan.include.Fetcher;
import dev.rowan.include.GraphPlan;
import dev.rowan.row.RowBuffer;
import dev.rowan.row.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows that are read one by one, and get what they include all at once. For one thread. */
final class Batch<R extends @Nullable Object> {
    private final @Nullable RowReader<R> reader;
    private final @Nullable GraphPlan<R> graph;
    private final @Nullable RowBuffer buffer;
    private final List<R> rows = new ArrayList<>();

    Batch(Plan<R> plan) {
        this.reader = plan.reader();
        this.graph = plan.graph();
        this.buffer = graph == null ? null : graph.newBuffer();
    }

    /** Adds the current row. */
    void add(ResultSet row) throws SQLException {
        if (graph != null) {
            graph.reader().read(row, Objects.requireNonNull(buffer));
        } else {
            rows.add(Objects.requireNonNull(reader).read(row));
        }
    }

    int size() {
        return buffer == null ? rows.size() : buffer.rows();
    }

    /** The rows with what they include, as a list that is the caller's own. */
    List<R> rows(Fetcher fetcher) {
        return graph == null ? rows : graph.assemble(Objects.requireNonNull(buffer), fetcher);
    }
}
