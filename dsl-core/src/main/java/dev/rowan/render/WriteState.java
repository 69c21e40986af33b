package dev.rowan.render;

import dev.rowan.query.Assignment;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be known of an insert, an update or a delete while it is rendered. */
final class WriteState {
    private final Table<?> table;
    private final @Nullable Feature toUseCommonTables;
    private @Nullable Feature toReadTable; // at the present place; null where the table is as it was
    private SqlWriter.@Nullable Position rows; // of an insert: where they begin
    private List<Assignment> assigned = List.of(); // what the update has set before the present place
    private boolean returned;

    /**
     * Creates it.
     *
     * @param toUseCommonTables what common table expressions need besides, or null
     */
    WriteState(Table<?> table, @Nullable Feature toUseCommonTables) {
        this.table = table;
        this.toUseCommonTables = toUseCommonTables;
    }

    void requireUseOfCommonTables(Dialect dialect) {
        if (toUseCommonTables != null) {
            dialect.require(toUseCommonTables);
        }
    }

    /** Says what it needs from here on to read the table that is written, or null for nothing. */
    void needToReadTable(@Nullable Feature feature) {
        toReadTable = feature;
    }

    /** Whether the statement writes the table, and so may not see it as it was. */
    boolean changes(Table<?> read) {
        return toReadTable != null
                && read.rows() == Rows.STORED
                && table.identifier().equals(read.identifier());
    }

    void requireRead(Dialect dialect, Table<?> read) {
        if (toReadTable != null && changes(read)) {
            dialect.require(toReadTable);
        }
    }

    void beginRows(SqlWriter.Position position) {
        rows = position;
    }

    SqlWriter.@Nullable Position rows() {
        return rows;
    }

    List<Assignment> assigned() {
        return assigned;
    }

    void assigned(List<Assignment> before) {
        assigned = before;
    }

    void markReturned() {
        returned = true;
    }

    boolean isReturned() {
        return returned;
    }
}
