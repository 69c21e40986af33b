package dev.rowan.include;

import dev.rowan.row.GraphReader;
import dev.rowan.row.NestedRowTypes;
import dev.rowan.row.RowBuffer;
import dev.rowan.schema.Include;
import java.util.List;

/**
 * Records that come in the rows of their parents, as a value that the database makes of them and of all that they include.
 *
 * @param slot of the value
 */
record JsonBranch(Include<?, ?, ?> include, int index, KeySlots ownerKey, int slot) implements Branch {

    static JsonBranch of(Include<?, ?, ?> include, int index, ResultColumns owner) {
        KeySlots ownerKey = KeyedBranch.keyOfOwner(include.association(), owner);
        return new JsonBranch(include, index, ownerKey, owner.slotOf(include.asValue()));
    }

    @Override
    public boolean needsStatements() {
        return false;
    }

    @Override
    public void describe(String indent, List<String> lines) {
        lines.add(indent + include.association() + ": JSON, in the same statement, with all that it includes");
    }

    @Override
    public Related load(GraphReader<?> reader, RowBuffer parents, Fetcher fetcher) {
        return row -> {
            Object value = reader.value(parents, row, slot);
            if (value == null && include.isDefinite() && ownerKey.of(reader, parents, row) != null) {
                throw NestedRowTypes.missing(include.association().toString());
            }
            return value;
        };
    }
}
