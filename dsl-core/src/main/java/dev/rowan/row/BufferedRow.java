package dev.rowan.row;

import org.jspecify.annotations.Nullable;

/**
 * A row of a buffer and its associated records: what a composed constructor reads its arguments from. There is one for a
 * buffer, which is moved from row to row.
 */
final class BufferedRow {
    private static final @Nullable Object[] NOTHING = {};

    private final RowBuffer buffer;
    private int row;
    private @Nullable Object[] related = NOTHING;

    BufferedRow(RowBuffer buffer) {
        this.buffer = buffer;
    }

    /** Moves to a row, whose associated records are not there. */
    BufferedRow at(int next) {
        return at(next, NOTHING);
    }

    /** Moves to a row. */
    BufferedRow at(int next, @Nullable Object[] nextRelated) {
        row = next;
        related = nextRelated;
        return this;
    }

    long longAt(int offset) {
        return buffer.longAt(row, offset);
    }

    @Nullable
    Object objectAt(int offset) {
        return buffer.objectAt(row, offset);
    }

    @Nullable
    Object relatedAt(int association) {
        return related[association];
    }
}
