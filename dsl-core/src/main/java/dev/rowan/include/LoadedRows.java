package dev.rowan.include;

import dev.rowan.error.DecodeException;
import dev.rowan.row.NestedRowTypes;
import dev.rowan.row.RowBuffer;
import dev.rowan.schema.Association;
import dev.rowan.schema.Include;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were loaded for an association, by key. A record is made when it is first asked for, so that where records
 * hold records of their own kind, those below are there before those above.
 *
 * @param <C> the associated record
 */
final class LoadedRows<C> {
    private final Include<?, C, ?> include;
    private final GraphPlan<C> plan;
    private final RowBuffer buffer;
    private final RowsByKey rows;
    private final @Nullable Object[] records;
    private Branch.Related[] related = {};

    private static final Object BEING_MADE = new Object();

    LoadedRows(Include<?, C, ?> include, GraphPlan<C> plan, KeySlots key, RowBuffer buffer, RowsByKey rows) {
        this.include = include;
        this.plan = plan;
        this.buffer = buffer;
        this.rows = rows;
        rows.reserve(buffer.rows());
        this.records = new Object[buffer.rows()];
        for (int row = 0; row < buffer.rows(); row++) {
            Object found = key.of(plan.reader(), buffer, row);
            if (found == null || !rows.add(found, row)) {
                throw new DecodeException("expected rows of " + association().target() + " with a key of their "
                        + association() + ", got one with another; the database compares "
                        + association().route().key() + " more loosely than Java does");
            }
        }
    }

    private Association<?, C, ?> association() {
        return include.association();
    }

    /** Loads what the rows include in turn. */
    void loadNested(Fetcher fetcher) {
        related = plan.related(buffer, fetcher, this);
    }

    /** What the parent with a key gets: a list of records, or a record or null. */
    @Nullable
    Object of(@Nullable Object key) {
        RowsByKey.Chain chain = rows.of(key);
        int first = chain == null ? -1 : chain.first();
        if (association().isMany()) {
            List<C> list = new ArrayList<>(chain == null ? 0 : chain.count());
            for (int row = first; row >= 0; row = rows.next(row)) {
                list.add(record(row));
            }
            return list;
        }
        if (first < 0) {
            if (key != null && include.isDefinite()) {
                throw NestedRowTypes.missing(association().toString());
            }
            return null;
        }
        if (rows.next(first) >= 0) {
            throw new DecodeException("expected one row of " + association().target() + " for association "
                    + association() + ", got several; declare its key as unique, or the association as hasMany");
        }
        return record(first);
    }

    @SuppressWarnings("unchecked") // only this method puts records there
    private C record(int row) {
        Object known = records[row];
        if (known == BEING_MADE) {
            throw new DecodeException("expected a tree of " + association() + ", got a row that is its own ancestor;"
                    + " include it to a depth by recursive(…)");
        }
        if (known != null) {
            return (C) known;
        }
        records[row] = BEING_MADE;
        C made = plan.create(buffer, row, related);
        records[row] = made;
        return made;
    }
}
