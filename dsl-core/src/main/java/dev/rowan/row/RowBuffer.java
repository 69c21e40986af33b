package dev.rowan.row;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that have been read and wait for their associated records: primitives in one array, everything else in another,
 * so that nothing is boxed. Written once in row order, then read; for one thread. Grows by pages, so that rows are never
 * moved, but for the first few.
 */
public final class RowBuffer {
    private static final int FIRST_ROWS = 16; // most results are small
    private static final int PAGE_BITS = 6;
    private static final int PAGE_ROWS = 1 << PAGE_BITS;

    private final BufferedRow cursor = new BufferedRow(this);
    private final int longsPerRow; // the last of them the indexes of joined rows
    private final int objectsPerRow;
    private final List<RowBuffer> joined;
    private long[][] longs;
    private @Nullable Object[][] objects;
    private int rows;

    RowBuffer(int longsPerRow, int objectsPerRow, List<RowBuffer> joined) {
        this.longsPerRow = longsPerRow + joined.size();
        this.joined = joined;
        this.objectsPerRow = objectsPerRow;
        this.longs = new long[][] {new long[this.longsPerRow * FIRST_ROWS]};
        this.objects = new Object[][] {new Object[objectsPerRow * FIRST_ROWS]};
    }

    /** How many rows the buffer holds. */
    public int rows() {
        return rows;
    }

    /** The rows of a table that was joined, in the order of the joins. */
    public RowBuffer joined(int join) {
        return joined.get(join);
    }

    /** Which row of a joined table belongs to a row, or -1 if none does. */
    public int joinedRow(int row, int join) {
        return (int) longAt(row, longsPerRow - joined.size() + join);
    }

    void putLastJoined(int join, boolean found) {
        putLast(longsPerRow - joined.size() + join, found ? joined.get(join).rows() - 1L : -1L);
    }

    BufferedRow cursor() {
        return cursor;
    }

    void addRow() {
        if (rows == FIRST_ROWS) {
            longs[0] = Arrays.copyOf(longs[0], longsPerRow * PAGE_ROWS);
            objects[0] = Arrays.copyOf(objects[0], objectsPerRow * PAGE_ROWS);
        } else if (rows % PAGE_ROWS == 0 && rows > 0) {
            addPage(rows / PAGE_ROWS);
        }
        rows++;
    }

    private void addPage(int page) {
        if (page == longs.length) {
            longs = Arrays.copyOf(longs, page * 2);
            objects = Arrays.copyOf(objects, page * 2);
        }
        longs[page] = new long[longsPerRow * PAGE_ROWS];
        objects[page] = new Object[objectsPerRow * PAGE_ROWS];
    }

    void putLast(int offset, long value) {
        longs[(rows - 1) >> PAGE_BITS][((rows - 1) & (PAGE_ROWS - 1)) * longsPerRow + offset] = value;
    }

    void putLast(int offset, @Nullable Object value) {
        objects[(rows - 1) >> PAGE_BITS][((rows - 1) & (PAGE_ROWS - 1)) * objectsPerRow + offset] = value;
    }

    long longAt(int row, int offset) {
        return longs[row >> PAGE_BITS][(row & (PAGE_ROWS - 1)) * longsPerRow + offset];
    }

    @Nullable
    Object objectAt(int row, int offset) {
        return objects[row >> PAGE_BITS][(row & (PAGE_ROWS - 1)) * objectsPerRow + offset];
    }
}
