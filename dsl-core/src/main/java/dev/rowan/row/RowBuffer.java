package dev.rowan.row;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows that have been read and wait for their associated records: primitives in one array, everything else in another,
 * so that nothing is boxed. Written once in row order, then read; for one thread.
 */
public final class RowBuffer {
    private final int longsPerRow;
    private final int objectsPerRow;
    private long[] longs;
    private @Nullable Object[] objects;
    private int rows;

    RowBuffer(int longsPerRow, int objectsPerRow) {
        this.longsPerRow = longsPerRow;
        this.objectsPerRow = objectsPerRow;
        this.longs = new long[longsPerRow * 16];
        this.objects = new Object[objectsPerRow * 16];
    }

    /** How many rows the buffer holds. */
    public int rows() {
        return rows;
    }

    void addRow() {
        rows++;
        if (longs.length < rows * longsPerRow) {
            longs = Arrays.copyOf(longs, longs.length * 2);
        }
        if (objects.length < rows * objectsPerRow) {
            objects = Arrays.copyOf(objects, objects.length * 2);
        }
    }

    void putLast(int offset, long value) {
        longs[(rows - 1) * longsPerRow + offset] = value;
    }

    void putLast(int offset, @Nullable Object value) {
        objects[(rows - 1) * objectsPerRow + offset] = value;
    }

    long longAt(int row, int offset) {
        return longs[row * longsPerRow + offset];
    }

    @Nullable
    Object objectAt(int row, int offset) {
        return objects[row * objectsPerRow + offset];
    }
}
