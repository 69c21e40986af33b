package dev.rowan.render;

import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.GroupKey;
import dev.rowan.expression.GroupingSets;
import dev.rowan.expression.Named;
import dev.rowan.query.Select;
import dev.rowan.schema.Column;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a select groups its rows. Immutable.
 *
 * @param select what is grouped, null if nothing is
 * @param keys the keys, those of all grouping sets together
 * @param areComputed whether one of them is no column
 * @param makeSubtotals whether a key may be NULL because a grouping lacks it
 * @param makeGroups whether there are groups at all: by keys, or one of all rows for a {@code having}
 */
record GroupKeys(
        @Nullable Select<?, ?> select,
        List<ExpressionNode> keys,
        boolean areComputed,
        boolean makeSubtotals,
        boolean makeGroups) {
    static final GroupKeys NONE = new GroupKeys(null, List.of(), false, false, false);

    static GroupKeys of(Select<?, ?> select) {
        if (select.groupKeys().isEmpty() && select.groupCondition() == null) {
            return NONE; // as most selects have none, this costs them nothing
        }
        List<ExpressionNode> keys = new ArrayList<>(select.groupKeys().size());
        for (GroupKey key : select.groupKeys()) {
            add(key, keys);
        }
        boolean computed = false;
        for (ExpressionNode key : keys) {
            computed |= !(key instanceof Column<?, ?>);
        }
        return new GroupKeys(select, Collections.unmodifiableList(keys), computed, select.isSubtotalled(), true);
    }

    private static void add(GroupKey key, List<ExpressionNode> keys) {
        if (key instanceof GroupingSets sets) {
            sets.sets().forEach(set -> set.forEach(member -> add(member, keys)));
        } else if (key instanceof Expression<?> expression) {
            keys.add(Named.unwrap(expression));
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    boolean contains(ExpressionNode node) {
        return keys.contains(node);
    }

    /** Whether they hold the primary key of the table, so that each group has one value of every column. */
    boolean identify(Table<?> table) {
        List<? extends Column<?, ?>> primaryKey = table.primaryKeyColumns();
        return !makeSubtotals && table.rows() == Rows.STORED && !primaryKey.isEmpty() && keys.containsAll(primaryKey);
    }
}
