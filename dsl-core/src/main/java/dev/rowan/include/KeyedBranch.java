package dev.rowan.include;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.render.Dialect;
import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;
import dev.rowan.schema.Association;
import dev.rowan.schema.Discriminator;
import dev.rowan.schema.Include;
import dev.rowan.schema.Route;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records that are found by the distinct keys of all parents at once, by a statement of their own; where they hold records
 * of their own kind, by one for each level.
 *
 * @param <C> the associated record
 */
final class KeyedBranch<C> implements Branch {
    private final Include<?, C, ?> include;
    private final int index;
    private final KeySlots ownerKey;
    private final GraphPlan<C> plan;
    private final KeySlots key; // of the plan's rows
    private final KeyedSelect select;

    private KeyedBranch(
            Include<?, C, ?> include,
            int index,
            KeySlots ownerKey,
            GraphPlan<C> plan,
            KeySlots key,
            KeyedSelect select) {
        this.include = include;
        this.index = index;
        this.ownerKey = ownerKey;
        this.plan = plan;
        this.key = key;
        this.select = select;
    }

    static <C, S extends Table<C>> KeyedBranch<C> of(
            Include<?, C, S> include, int index, ResultColumns owner, Dialect dialect) {
        return of(include, index, keyOfOwner(include.association(), owner), dialect);
    }

    static <C, S extends Table<C>> KeyedBranch<C> of(
            Include<?, C, S> include, int index, KeySlots ownerKey, Dialect dialect) {
        Association<?, C, S> association = include.association();
        Route<S> route = association.route();
        checkKeys(association, route);
        Select<C, S> select = Sql.select().from(route.rows());
        for (Include<C, ?, ?> nested : include.nested()) {
            select = select.include(nested);
        }
        Include<C, ?, ?> below = include.isRecursive() ? include.below() : null;
        if (below != null) {
            select = select.include(below);
        }
        if (route.link() != null) {
            select = select.join(route.link()).on(Objects.requireNonNull(route.onLink()));
        }
        ResultColumns columns = new ResultColumns(select);
        KeySlots key = KeySlots.of(columns.slotsOf(route.key()));
        GraphPlan<C> plan = GraphPlan.of(select, select.shape(), columns, below, dialect);
        return new KeyedBranch<>(include, index, ownerKey, plan, key, KeyedSelect.of(include, columns, dialect));
    }

    /** Where the rows of the owner have what associated rows are found by. */
    static KeySlots keyOfOwner(Association<?, ?, ?> association, ResultColumns owner) {
        KeySlots key = KeySlots.of(owner.slotsOf(association.ownerKey()));
        Discriminator one = association.discriminator();
        return one == null ? key : key.where(owner.slotOf(one.asNumber()), 1);
    }

    private static void checkKeys(Association<?, ?, ?> association, Route<?> route) {
        for (int i = 0; i < route.key().size(); i++) {
            SqlType<?> owner = association.ownerKey().get(i).type();
            SqlType<?> target = route.key().get(i).type();
            boolean comparable = switch (owner.kind()) {
                case BINARY, REAL, DOUBLE, DECIMAL, JSON, ARRAY -> false;
                default -> true;
            };
            if (!comparable || owner.javaType() != target.javaType()) {
                throw new InvalidQueryException("expected the keys of association " + association
                        + " to have one Java type that compares exactly, got " + owner + " and " + target);
            }
        }
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public boolean needsStatements() {
        return true;
    }

    @Override
    public void describe(String indent, List<String> lines) {
        lines.add(indent + include.association() + ": KEYED, by "
                + (include.isRecursive() ? "a statement for each level" : "one more statement")
                + " for every " + select.keysPerStatement() + " keys");
        plan.describe(indent + "  ", lines);
    }

    @Override
    public Related load(GraphReader<?> reader, RowBuffer parents, Fetcher fetcher) {
        @Nullable Object[] keys = new Object[parents.rows()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = ownerKey.of(reader, parents, row);
        }
        return find(keys, fetcher);
    }

    /** Loads the records of keys, of which those that are null have none. */
    Related find(@Nullable Object[] keys, Fetcher fetcher) {
        RowsByKey rows = new RowsByKey();
        List<Object> asked = new ArrayList<>();
        for (Object one : keys) {
            if (one != null && rows.ask(one)) {
                asked.add(one);
            }
        }
        RowBuffer buffer = plan.newBuffer();
        for (List<Object> level = asked; !level.isEmpty(); ) {
            int before = buffer.rows();
            select.fetch(level, plan.reader(), buffer, fetcher);
            level = below(buffer, before, rows);
        }
        LoadedRows<C> loaded = new LoadedRows<>(include, plan, key, buffer, rows);
        loaded.loadNested(fetcher);
        return row -> loaded.of(keys[row]);
    }

    /** Asks for the keys of the rows from an index on that lead to rows of their own kind, but for those that are known. */
    private List<Object> below(RowBuffer buffer, int from, RowsByKey rows) {
        KeySlots next = plan.keyBelow();
        List<Object> keys = new ArrayList<>();
        for (int row = next == null ? buffer.rows() : from; row < buffer.rows(); row++) {
            Object found = Objects.requireNonNull(next).of(plan.reader(), buffer, row);
            if (found != null && rows.ask(found)) {
                keys.add(found);
            }
        }
        return keys;
    }
}
