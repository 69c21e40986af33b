package dev.rowan.include;

import dev.rowan.error.DecodeException;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Functions;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Window;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.row.RowBuffer;
import dev.rowan.schema.Association;
import dev.rowan.schema.Column;
import dev.rowan.schema.Include;
import dev.rowan.schema.Table;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One included association: its records are loaded by the distinct keys of all parents at once, and grouped by key.
 *
 * @param <C> the associated record
 */
final class Branch<C> {
    /** Past this many keys a statement's time grows faster than what one more round trip costs. */
    private static final int LARGEST_CHUNK = 4096;

    private static final String ORDINAL = "rowan_ordinal";

    private final Association<?, C, ?> association;
    private final Include<?, C, ?> include;
    private final int index;
    private final int ownerSlot;
    private final Column<C, ?> targetKey;
    private final int targetSlot;
    private final GraphPlan<C> plan;

    private Branch(
            Include<?, C, ?> include,
            int index,
            int ownerSlot,
            Column<C, ?> targetKey,
            int targetSlot,
            GraphPlan<C> plan) {
        this.include = include;
        this.association = include.association();
        this.index = index;
        this.ownerSlot = ownerSlot;
        this.targetKey = targetKey;
        this.targetSlot = targetSlot;
        this.plan = plan;
    }

    static <C> Branch<C> of(Select<?, ?> select, Include<?, C, ?> include, Codecs codecs) {
        Table<?> owner = select.table();
        Association<?, C, ?> association = include.association();
        int index = owner.associations().indexOf(association);
        if (index < 0) {
            throw new InvalidQueryException("association " + association + " belongs to another table or alias than "
                    + owner + "; include those of " + owner + ": " + owner.associations());
        }
        Column<?, ?> ownerKey = association.ownerKey();
        Column<C, ?> targetKey = association.targetKey();
        checkKeys(association, ownerKey.type(), targetKey.type());
        int ownerSlot = select.columns().indexOf(ownerKey);
        if (ownerSlot < 0) {
            throw new InvalidQueryException("expected " + ownerKey + " among the selected columns, for association "
                    + association + " is found by it; add it to the select");
        }
        return new Branch<>(
                include,
                index,
                ownerSlot,
                targetKey,
                association.target().columns().indexOf(targetKey),
                GraphPlan.of(association.target(), include.nested(), codecs));
    }

    private static void checkKeys(Association<?, ?, ?> association, SqlType<?> owner, SqlType<?> target) {
        boolean comparable = switch (owner.kind()) {
            case BINARY, REAL, DOUBLE, DECIMAL, JSON, ARRAY -> false;
            default -> true;
        };
        if (!comparable || owner.javaType() != target.javaType()) {
            throw new InvalidQueryException("expected the keys of association " + association + " to have one Java type"
                    + " that compares exactly, got " + owner + " and " + target);
        }
    }

    /** The position of the association among those of its table. */
    int index() {
        return index;
    }

    /** The position of the key among the columns of the owner. */
    int ownerSlot() {
        return ownerSlot;
    }

    /** What a parent's component gets: a list, or a record or null. */
    @Nullable
    Object related(@Nullable Object key, Map<Object, Object> byKey) {
        Object found = key == null ? null : byKey.get(key);
        if (found == null && association.isMany()) {
            return new ArrayList<C>(0);
        }
        if (found == null && key != null && include.condition() == null) {
            throw new DecodeException("expected a row of " + association.target() + " for every key of association "
                    + association
                    + ", found none for one of them; the database lacks the foreign key that is declared, or"
                    + " the row was deleted between the two statements");
        }
        return found;
    }

    /** Loads the records of all keys, and groups them: to a list for each key, or to a record. */
    Map<Object, Object> load(Set<Object> keys, Fetcher fetcher) {
        RowBuffer buffer = plan.newBuffer();
        List<Object> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += LARGEST_CHUNK) {
            int to = Math.min(all.size(), from + LARGEST_CHUNK);
            fetcher.fetch(select(padded(all.subList(from, to))), plan.reader(), buffer);
        }
        return group(buffer, plan.assemble(buffer, fetcher), keys);
    }

    private Select<?, ?> select(List<?> keys) {
        Table<C> target = association.target();
        Condition own = include.condition();
        Condition condition =
                own == null ? in(targetKey, keys) : in(targetKey, keys).and(own);
        if (include.maxRows() > 0) {
            return limited(target, condition);
        }
        Select<C, ?> select = Sql.select().from(target).where(condition);
        return association.isMany() ? select.orderBy(order(target)) : select;
    }

    /** The order of one parent's records, which the primary key makes definite. */
    private List<SortKey> order(Table<C> target) {
        List<SortKey> keys = new ArrayList<>(include.sortKeys());
        target.primaryKeyColumns().forEach(column -> keys.add(column.asc()));
        return keys;
    }

    /** Numbers the records of each parent, and takes the first. */
    private Select<?, ?> limited(Table<C> target, Condition condition) {
        var ordinal = Functions.rowNumber()
                .over(Window.partitionBy(targetKey).orderBy(order(target).toArray(SortKey[]::new)))
                .as(ORDINAL);
        List<Selectable<?>> columns = new ArrayList<>(target.columns());
        columns.add(ordinal);
        var numbered = Sql.derived(Sql.select(columns).asRows().from(target).where(condition), "numbered");
        var number = numbered.get(ordinal);
        return Sql.select(numbered.columns().subList(0, columns.size() - 1))
                .asRows()
                .from(numbered)
                .where(number.le(include.maxRows()))
                .orderBy(number.asc());
    }

    @SuppressWarnings("unchecked") // the keys were read from a column of the same Java type
    private static <T> Condition in(Column<?, T> column, List<?> keys) {
        return column.in((List<T>) keys);
    }

    /** Repeats the last key up to a power of two, so that few texts serve all numbers of keys. */
    private static List<Object> padded(List<Object> keys) {
        List<Object> padded = new ArrayList<>(keys);
        int size = Integer.highestOneBit(Math.max(1, keys.size() - 1)) * 2;
        while (keys.size() > 1 && padded.size() < size) {
            padded.add(keys.get(keys.size() - 1));
        }
        return padded;
    }

    private Map<Object, Object> group(RowBuffer buffer, List<C> children, Set<Object> keys) {
        Map<Object, Object> groups = new HashMap<>();
        for (int row = 0; row < children.size(); row++) {
            Object key = plan.reader().value(buffer, row, targetSlot);
            if (key == null || !keys.contains(key)) {
                throw new DecodeException("expected rows of " + association.target() + " with a key of their "
                        + association + ", got one with another; the database compares " + targetKey
                        + " more loosely than Java does");
            }
            add(groups, key, children.get(row));
        }
        return groups;
    }

    @SuppressWarnings("unchecked") // the lists were put there by this method
    private void add(Map<Object, Object> groups, Object key, C child) {
        if (association.isMany()) {
            ((List<C>) groups.computeIfAbsent(key, k -> new ArrayList<C>())).add(child);
        } else if (groups.put(key, child) != null) {
            throw new DecodeException("expected one row of " + association.target() + " for association " + association
                    + ", got several; declare " + targetKey + " as a key, or the association as hasMany");
        }
    }
}
