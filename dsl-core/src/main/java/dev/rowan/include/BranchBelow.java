package dev.rowan.include;

import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;

/** The association of records with records of their own kind, which are among the rows that were loaded with them. */
record BranchBelow(int index, KeySlots key) {

    Branch.Related of(GraphReader<?> reader, RowBuffer buffer, LoadedRows<?> loaded) {
        return row -> loaded.of(key.of(reader, buffer, row));
    }
}
