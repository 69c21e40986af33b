package dev.rowan.row;

import org.jspecify.annotations.Nullable;

/** A row of a buffer and its associated records: what a composed constructor reads its arguments from. */
final class BufferedRow {
    private static final @Nullable Object[] NOTHING = {};

    private final RowBuffer buffer;
    private final int row;
    private final @Nullable Object[] related;

    BufferedRow(RowBuffer buffer, int row, @Nullable Object[] related) {
        this.buffer = buffer;
        this.row = row;
        this.related = related;
    }

    BufferedRow(RowBuffer buffer, int row) {
        this(buffer, row, NOTHING);
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
