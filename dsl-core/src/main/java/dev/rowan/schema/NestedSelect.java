package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.NestedRows;
import dev.rowan.expression.Projection;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.row.AssociationSlot;
import dev.rowan.row.NestedRowTypes;
import dev.rowan.row.NestedRowTypes.Included;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import dev.rowan.row.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes values of the rows that an include leads to: which rows, in which order, and what is selected of each. */
final class NestedSelect {
    private NestedSelect() {}

    static <C, S extends Table<C>, T> Expression<List<T>> rows(Include<?, C, S> include, Projection<T> columns) {
        if (!include.nested().isEmpty()) {
            throw new IllegalArgumentException("expected an association without what it includes, got " + include
                    + "; select what is included by rows(…) within these rows");
        }
        requireOrder(include);
        NestedRows nested = nested(include, columns.columns(), true);
        return nested.as(NestedRowTypes.all(columns.target(), shape(columns.columns(), List.of()), List.of()));
    }

    static <C, S extends Table<C>> Expression<List<C>> rows(Include<?, C, S> include) {
        requireOrder(include);
        Whole<C> whole = Whole.of(include);
        return nested(include, whole.columns, true).as(NestedRowTypes.all(whole.target, whole.shape, whole.included));
    }

    private static void requireOrder(Include<?, ?, ?> include) {
        if (include.isRequired()) {
            throw new IllegalArgumentException("expected rows of which there may be none, got those of " + include
                    + ", which leaves out the row around them; put " + include.association()
                    + ".any(…) into its where(…)");
        }
        if (include.sortKeys().isEmpty()
                && include.association().target().primaryKeyColumns().isEmpty()) {
            throw new IllegalArgumentException("expected a primary key of "
                    + include.association().target() + ", by which its rows are sorted; add orderBy(…)");
        }
    }

    static <C, S extends Table<C>, T> Expression<@Nullable T> row(ToOne<?, C, S> association, Projection<T> columns) {
        Shape shape = shape(columns.columns(), List.of());
        return association.leadsToUnique()
                ? nested(association, columns.columns(), false)
                        .as(NestedRowTypes.one(columns.target(), shape, List.of()))
                : nested(association, columns.columns(), true)
                        .as(NestedRowTypes.only(columns.target(), shape, List.of(), association.toString()));
    }

    /** What an include loads, as one value: a list of records, or a record or NULL, with all that it includes in turn. */
    static <C, S extends Table<C>> Expression<?> included(Include<?, C, S> include) {
        if (include.isRecursive()) {
            throw new IllegalArgumentException("expected an include by JSON to end at a depth, got " + include
                    + "; say recursive(levels), or leave it to be loaded by keys");
        }
        Whole<C> whole = Whole.of(include);
        if (include.association() instanceof ToOne<?, ?, ?> one) {
            return one.leadsToUnique()
                    ? nested(include, whole.columns, false)
                            .as(NestedRowTypes.one(whole.target, whole.shape, whole.included))
                    : nested(include, whole.columns, true)
                            .as(NestedRowTypes.only(whole.target, whole.shape, whole.included, one.toString()));
        }
        return nested(include, whole.columns, true).as(NestedRowTypes.all(whole.target, whole.shape, whole.included));
    }

    /** A whole record of an associated table: its columns, and after them what is included with it. */
    private static final class Whole<C> {
        private final RowTarget<C> target;
        private final List<Selectable<?>> columns;
        private final Shape shape;
        private final List<Included> included = new ArrayList<>();

        private Whole(Table<C> rows, List<? extends Include<?, ?, ?>> includes) {
            target = RowTarget.record(rows.rowType());
            columns = new ArrayList<>(rows.visibleColumns());
            List<AssociationSlot> slots = new ArrayList<>();
            for (Association<C, ?, ?> association : rows.associations()) {
                Include<?, ?, ?> include = includes.stream()
                        .filter(one -> one.association() == association)
                        .findFirst()
                        .orElse(null);
                slots.add(slot(association, include));
                if (include != null) {
                    Expression<?> value = included(include);
                    columns.add(value);
                    included.add(new Included(association.toString(), value.type(), definiteKey(include, rows)));
                }
            }
            shape = shape(rows.visibleColumns(), slots);
        }

        static <C, S extends Table<C>> Whole<C> of(Include<?, C, S> include) {
            S rows = include.association().related();
            return new Whole<>(
                    rows, include.nested().stream().map(one -> one.of(rows)).toList());
        }

        private static List<Integer> definiteKey(Include<?, ?, ?> include, Table<?> rows) {
            Association<?, ?, ?> association = include.association();
            return include.isDefinite() && association.discriminator() == null
                    ? association.ownerKey().stream()
                            .map(rows.visibleColumns()::indexOf)
                            .toList()
                    : List.of();
        }
    }

    /** How a record sees an association, whether it is included or not. */
    static AssociationSlot slot(Association<?, ?, ?> association, @Nullable Include<?, ?, ?> include) {
        boolean required = include != null && include.isRequired();
        boolean filtered = include != null && include.isFiltered();
        boolean nullable = !association.isMany()
                && !required
                && (filtered || association.isOptional(include == null ? Set.of() : include.unfiltered()));
        return new AssociationSlot(
                association.name(), association.isMany(), association.target().rowType(), nullable, include != null);
    }

    private static <C, S extends Table<C>> NestedRows nested(
            Include<?, C, S> include, List<? extends Selectable<?>> columns, boolean many) {
        S rows = include.association().related();
        Condition condition = include.refinement().conditionOf(rows);
        for (Include<C, ?, ?> nested : include.nested()) {
            if (nested.isRequired()) {
                Condition present = nested.of(rows).presence();
                condition = condition == null ? present : condition.and(present);
            }
        }
        return new NestedRows(
                new Related<>(include.association(), rows, condition, include.unfiltered(), NestedRows.row(columns)),
                many ? order(include, rows) : List.of(),
                include.maxRows(),
                many);
    }

    /** The order that was asked for, and then that of the primary key, so that it is the same at each time. */
    private static <C, S extends Table<C>> List<SortKey> order(Include<?, C, S> include, S rows) {
        List<SortKey> keys = new ArrayList<>(include.refinement().sortKeysOf(rows));
        rows.primaryKeyColumns().forEach(column -> keys.add(column.asc()));
        return keys;
    }

    private static Shape shape(List<? extends Selectable<?>> columns, List<AssociationSlot> associations) {
        return new Shape(
                columns.stream()
                        .map(column -> new Slot(column.label(), column.type(), column.isNullable(source -> false)))
                        .toList(),
                associations);
    }
}
