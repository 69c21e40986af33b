package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Assignment;
import dev.rowan.schema.Column;
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
    private List<? extends Column<?, ?>> inserted = List.of(); // by an insert that says what it does on conflict
    private boolean returned;
    private boolean retried;

    /**
     * Creates it.
     *
     * @param toUseCommonTables what common table expressions need besides, or null
     */
    WriteState(Table<?> table, @Nullable Feature toUseCommonTables) {
        this.table = table;
        this.toUseCommonTables = toUseCommonTables;
    }

    Table<?> table() {
        return table;
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

    /** The table of an insert on conflict, whose excluded rows may be read. */
    void inserts(List<? extends Column<?, ?>> columns) {
        inserted = columns;
    }

    /** Refuses what was not to be inserted. */
    void requireExcluded(Column<?, ?> column) {
        if (inserted.isEmpty() || column.table() != table.excluded()) {
            throw new InvalidQueryException("expected excluded(…) of " + table
                    + " in what an insert into it does on conflict, got " + column + "; use the column itself");
        }
        if (inserted.stream().noneMatch(known -> known.name().equals(column.name()))) {
            throw new InvalidQueryException("expected excluded(…) of a column that the insert sets, got " + column
                    + ", which is left to the database; the insert sets " + inserted);
        }
    }

    /** Says that the statement is tried again where another transaction inserts the same key meanwhile. */
    void markRetried() {
        retried = true;
    }

    boolean isRetried() {
        return retried;
    }

    void markReturned() {
        returned = true;
    }

    boolean isReturned() {
        return returned;
    }
}
