package dev.rowan.include;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;
import dev.rowan.row.RowReaders;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import dev.rowan.schema.Include;
import dev.rowan.schema.Table;
import dev.rowan.type.Codecs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a select are read and stitched together with their associated records. Checked when it is made,
 * before any I/O. Immutable and thread-safe.
 *
 * @param <R> the record
 */
public final class GraphPlan<R> {
    private final GraphReader<R> reader;
    private final List<Branch<?>> branches;
    private final int associations;

    private GraphPlan(GraphReader<R> reader, List<Branch<?>> branches, int associations) {
        this.reader = reader;
        this.branches = branches;
        this.associations = associations;
    }

    /**
     * Plans a select that includes associations.
     *
     * @throws InvalidQueryException if a record does not fit its table
     */
    public static <R> GraphPlan<R> of(Select<R, ?> select, Codecs codecs) {
        if (!(select.target() instanceof RowTarget.ByName<R> target)) {
            throw new InvalidQueryException("expected a select into the record of " + select.table()
                    + " by name, for it" + " includes associations, got one into something else; use select().from("
                    + select.table() + ")");
        }
        Class<R> type = target.type();
        Shape shape = select.shape();
        return new GraphPlan<>(
                RowReaders.graphReader(type, shape, codecs),
                branches(select, codecs),
                shape.associations().size());
    }

    static <C> GraphPlan<C> of(Table<C> table, List<Include<C, ?, ?>> includes, Codecs codecs) {
        Select<C, ?> select = Sql.select().from(table);
        for (Include<C, ?, ?> include : includes) {
            select = select.include(include);
        }
        return of(select, codecs);
    }

    private static List<Branch<?>> branches(Select<?, ?> select, Codecs codecs) {
        Set<Object> seen = new HashSet<>();
        List<Branch<?>> branches = new ArrayList<>();
        for (Include<?, ?, ?> include : select.includes()) {
            if (!seen.add(include.association())) {
                throw new InvalidQueryException("expected " + include.association()
                        + " to be included once, got it twice;" + " put what is nested into one include");
            }
            branches.add(Branch.of(select, include, codecs));
        }
        return branches;
    }

    /** An empty buffer for the rows of the select. */
    public RowBuffer newBuffer() {
        return reader.newBuffer();
    }

    /** What reads the rows of the select into the buffer. */
    public GraphReader<R> reader() {
        return reader;
    }

    /** The records of buffered rows, in their order; runs one statement per association, however deep it is nested. */
    public List<R> assemble(RowBuffer buffer, Fetcher fetcher) {
        List<Map<Object, Object>> related = new ArrayList<>(branches.size());
        for (Branch<?> branch : branches) {
            Set<Object> keys = keys(branch, buffer);
            related.add(keys.isEmpty() ? Map.of() : branch.load(keys, fetcher));
        }
        List<R> records = new ArrayList<>(buffer.rows());
        for (int row = 0; row < buffer.rows(); row++) {
            records.add(reader.create(buffer, row, relatedTo(buffer, row, related)));
        }
        return records;
    }

    private Set<Object> keys(Branch<?> branch, RowBuffer buffer) {
        Set<Object> keys = new LinkedHashSet<>();
        for (int row = 0; row < buffer.rows(); row++) {
            Object key = reader.value(buffer, row, branch.ownerSlot());
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private @Nullable Object[] relatedTo(RowBuffer buffer, int row, List<Map<Object, Object>> related) {
        @Nullable Object[] values = new Object[associations];
        for (int i = 0; i < related.size(); i++) {
            Branch<?> branch = branches.get(i);
            Object key = reader.value(buffer, row, branch.ownerSlot());
            values[branch.index()] = branch.related(key, related.get(i));
        }
        return values;
    }
}
