package dev.rowan.error;

import org.jspecify.annotations.Nullable;

/**
 * A value that breaks a rule of its column, or a record that breaks one of its own.
 *
 * @param table the name of the table
 * @param column the name of the column; empty if the rule is one of the whole record
 * @param rule what the rule is called, such as {@code length}
 * @param message what the value should be like; it does not show the value
 * @param row the index of the row among those that were to be inserted, 0 in an update
 * @param value the value; null if it was missing, the column is hidden, or the rule is one of the whole record
 */
public record Violation(
        String table,
        String column,
        String rule,
        String message,
        int row,
        @Nullable Object value) {

    /** Table, column, rule, row and message; not the value, which may be secret. */
    @Override
    public String toString() {
        return text(row > 0);
    }

    /** The same with or without the index of its row. */
    String text(boolean withRow) {
        return table + (column.isEmpty() ? "" : "." + column) + (withRow ? " at index " + row : "") + " " + message
                + " (" + rule + ")";
    }
}
