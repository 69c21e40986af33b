package dev.rowan.render;

import dev.rowan.expression.Condition;
import dev.rowan.query.Join;
import dev.rowan.query.Select;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the default filters of tables stand: in WHERE for that of FROM, in ON for a joined one. Beside a right or a full join
 * neither would do, for there a row that is left out must not be joined, and must not leave out what it is joined to.
 */
final class DefaultFilters {
    private DefaultFilters() {}

    /** Whether each filtered table is a derived table instead. */
    static boolean areNested(Select<?, ?> select) {
        List<Join> joins = select.joins();
        for (int i = 0; i < joins.size(); i++) {
            if (joins.get(i).kind() == Join.Kind.RIGHT || joins.get(i).kind() == Join.Kind.FULL) {
                return true;
            }
        }
        return false;
    }

    /** A condition, or null, and what holds of a table by default. */
    static @Nullable Condition and(@Nullable Condition condition, Table<?> table, Set<String> unfiltered) {
        Condition filter = table.filter(unfiltered);
        return filter == null ? condition : condition == null ? filter : condition.and(filter);
    }
}
