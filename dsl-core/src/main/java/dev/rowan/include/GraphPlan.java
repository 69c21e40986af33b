package dev.rowan.include;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;
import dev.rowan.row.RowReaders;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import dev.rowan.row.Slot;
import dev.rowan.schema.Association;
import dev.rowan.schema.Include;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a select are read and stitched together with their associated records. Checked when it is made,
 * before any I/O. Immutable and thread-safe.
 *
 * @param <R> the record
 */
public final class GraphPlan<R> {
    private static final @Nullable Object[] NOTHING = {};

    private final Select<?, ?> statement;
    private final GraphReader<R> reader;
    private final List<Branch> branches;
    private final @Nullable BranchBelow below;
    private final int associations;

    private GraphPlan(
            Select<?, ?> statement,
            GraphReader<R> reader,
            List<Branch> branches,
            @Nullable BranchBelow below,
            int associations) {
        this.statement = statement;
        this.reader = reader;
        this.branches = branches;
        this.below = below;
        this.associations = associations;
    }

    /**
     * Plans a select that includes associations.
     *
     * @throws InvalidQueryException if a record does not fit its table
     */
    public static <R> GraphPlan<R> of(Select<R, ?> select, Dialect dialect) {
        return of(select, select.shape(), new ResultColumns(select), null, dialect);
    }

    /**
     * @param shape of the select's rows
     * @param columns those of the select, to which others are added as they are needed
     * @param below the one of the select's includes whose records are among the rows themselves, or null
     */
    static <R> GraphPlan<R> of(
            Select<R, ?> select,
            Shape shape,
            ResultColumns columns,
            @Nullable Include<?, ?, ?> below,
            Dialect dialect) {
        if (!(select.target() instanceof RowTarget.ByName<R> target)) {
            throw new InvalidQueryException("expected a select into the record of " + select.table()
                    + " by name, for it" + " includes associations, got one into something else; use select().from("
                    + select.table() + ")");
        }
        requireOnce(select.includes());
        List<Branch> branches = new ArrayList<>();
        List<Include<?, ?, ?>> joins = new ArrayList<>();
        List<KeySlots> joinKeys = new ArrayList<>();
        BranchBelow own = null;
        for (Include<?, ?, ?> include : select.includes()) {
            int index = indexOf(include.association(), select.table());
            if (include == below) {
                own = new BranchBelow(index, KeyedBranch.keyOfOwner(include.association(), columns));
            } else if (Strategies.isJoined(include, select)) {
                joins.add(include);
                joinKeys.add(KeyedBranch.keyOfOwner(include.association(), columns));
            } else if (Strategies.isJson(include, select)) {
                branches.add(JsonBranch.of(include, index, columns));
            } else {
                branches.add(KeyedBranch.of(include, index, columns, dialect));
            }
        }
        List<Slot> extra = columns.extra();
        List<GraphReader.Joined> joined = new ArrayList<>();
        for (int i = 0; i < joins.size(); i++) { // last, for their columns stand after all others
            int index = indexOf(joins.get(i).association(), select.table());
            JoinBranch<?> branch = JoinBranch.of(joins.get(i), index, i, joinKeys.get(i), columns, dialect);
            branches.add(branch);
            joined.add(branch.joined());
        }
        GraphReader<R> reader = RowReaders.graphReader(target.type(), shape, extra, columns.before(), dialect.codecs());
        return new GraphPlan<>(
                columns.statement(),
                reader.with(joined),
                branches,
                own,
                shape.associations().size());
    }

    private static void requireOnce(List<Include<?, ?, ?>> includes) {
        Set<Object> seen = new HashSet<>();
        for (Include<?, ?, ?> include : includes) {
            if (!seen.add(include.association())) {
                throw new InvalidQueryException("expected " + include.association()
                        + " to be included once, got it twice;" + " put what is nested into one include");
            }
        }
    }

    private static int indexOf(Association<?, ?, ?> association, Table<?> owner) {
        int index = owner.associations().indexOf(association);
        if (index < 0) {
            throw new InvalidQueryException("association " + association + " belongs to another table or alias than "
                    + owner + "; include those of " + owner + ": " + owner.associations());
        }
        return index;
    }

    /** The select, with what the assembly needs besides. */
    public Select<?, ?> statement() {
        return statement;
    }

    /** Whether anything that is included comes by a statement of its own. */
    public boolean needsStatements() {
        return branches.stream().anyMatch(Branch::needsStatements);
    }

    /** How what is included comes, a line for each association. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        describe("", lines);
        return lines;
    }

    void describe(String indent, List<String> lines) {
        branches.forEach(branch -> branch.describe(indent, lines));
    }

    /** An empty buffer for the rows of the statement. */
    public RowBuffer newBuffer() {
        return reader.newBuffer();
    }

    /** What reads the rows of the statement into the buffer. */
    public GraphReader<R> reader() {
        return reader;
    }

    /** By what a row leads to rows of its own kind, or null. */
    @Nullable
    KeySlots keyBelow() {
        return below == null ? null : below.key();
    }

    /** The records of buffered rows, in their order; runs the statements of what comes by keys. */
    public List<R> assemble(RowBuffer buffer, Fetcher fetcher) {
        Branch.Related[] related = related(buffer, fetcher, null);
        List<R> records = new ArrayList<>(buffer.rows());
        for (int row = 0; row < buffer.rows(); row++) {
            records.add(create(buffer, row, related));
        }
        return records;
    }

    /** Loads what belongs to buffered rows, by association. */
    Branch.Related[] related(RowBuffer buffer, Fetcher fetcher, @Nullable LoadedRows<R> itself) {
        Branch.Related[] related = new Branch.Related[associations];
        for (Branch branch : branches) {
            related[branch.index()] = branch.load(reader, buffer, fetcher);
        }
        if (below != null) {
            related[below.index()] = below.of(reader, buffer, Objects.requireNonNull(itself));
        }
        return related;
    }

    /** Makes the record of a row. */
    R create(RowBuffer buffer, int row, Branch.Related[] related) {
        @Nullable Object[] values = related.length == 0 ? NOTHING : new Object[related.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = related[i] == null ? null : related[i].of(row);
        }
        return reader.create(buffer, row, values);
    }
}
