package dev.rowan.include;

import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.render.Dialect;
import dev.rowan.row.GraphReader;
import dev.rowan.row.NestedRowTypes;
import dev.rowan.row.RowBuffer;
import dev.rowan.row.Shape;
import dev.rowan.schema.Include;
import dev.rowan.schema.Table;
import dev.rowan.schema.ToOne;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that come in the rows of their parents, by an outer join.
 *
 * @param <C> the associated record
 */
final class JoinBranch<C> implements Branch {
    private final Include<?, C, ?> include;
    private final int index;
    private final int join; // which of the joins of the parents it is
    private final KeySlots ownerKey;
    private final GraphPlan<C> plan;
    private final int column;

    private JoinBranch(
            Include<?, C, ?> include, int index, int join, KeySlots ownerKey, GraphPlan<C> plan, int column) {
        this.include = include;
        this.index = index;
        this.join = join;
        this.ownerKey = ownerKey;
        this.plan = plan;
        this.column = column;
    }

    static <C, S extends Table<C>> JoinBranch<C> of(
            Include<?, C, S> include, int index, int join, KeySlots ownerKey, ResultColumns owner, Dialect dialect) {
        ToOne<?, C, S> association = (ToOne<?, C, S>) include.association();
        S joined = association.joined();
        Select<C, S> rows = Sql.select().from(joined);
        Select<C, S> declared = Sql.select().from(association.target());
        for (Include<C, ?, ?> nested : include.nested()) {
            rows = rows.include(nested.of(joined));
            declared = declared.include(nested);
        }
        Shape shape = declared.shape(); // for where there is a row, its columns are as they were declared
        ResultColumns columns = owner.ofJoined(rows);
        GraphPlan<C> plan = GraphPlan.of(rows, shape, columns, null, dialect);
        int column = columns.positionOf(joined.columns()
                .get(association
                        .target()
                        .columns()
                        .indexOf(association.route().key().get(0))));
        owner.append(columns);
        return new JoinBranch<>(include, index, join, ownerKey, plan, column);
    }

    GraphReader.Joined joined() {
        return new GraphReader.Joined(
                plan.reader(),
                column,
                switch (include.association().route().key().get(0).type().kind()) {
                    case SMALLINT, INTEGER, BIGINT -> true;
                    default -> false;
                });
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public boolean needsStatements() {
        return plan.needsStatements();
    }

    @Override
    public void describe(String indent, List<String> lines) {
        lines.add(indent + include.association() + ": JOIN, in the same statement");
        plan.describe(indent + "  ", lines);
    }

    @Override
    public Related load(GraphReader<?> reader, RowBuffer parents, Fetcher fetcher) {
        RowBuffer rows = parents.joined(join);
        Branch.Related[] related = plan.related(rows, fetcher, null);
        return row -> related(reader, parents, row, related);
    }

    private @Nullable Object related(GraphReader<?> reader, RowBuffer parents, int row, Branch.Related[] related) {
        int joined = parents.joinedRow(row, join);
        if (joined >= 0) {
            return plan.create(parents.joined(join), joined, related);
        }
        if (include.isDefinite() && ownerKey.of(reader, parents, row) != null) {
            throw NestedRowTypes.missing(include.association().toString());
        }
        return null;
    }
}
