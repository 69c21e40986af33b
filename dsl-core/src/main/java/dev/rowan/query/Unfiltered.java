package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.Table;
import dev.rowan.schema.TemporalColumn;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which default filters a statement has switched off, by their names. */
final class Unfiltered {
    static final String SOFT_DELETE = DefaultFilter.SOFT_DELETE;

    private Unfiltered() {}

    static Set<String> and(Set<String> filters, String filter) {
        Set<String> all = new HashSet<>(filters);
        all.add(filter);
        return Set.copyOf(all);
    }

    /** All filters of a table. */
    static Set<String> all(Table<?> table) {
        return table.filters().stream().map(DefaultFilter::name).collect(Collectors.toUnmodifiableSet());
    }

    /** That a row was deleted softly. */
    static Condition deleted(Table<?> table) {
        return requireDeletedAt(table).isNotNull();
    }

    static <R> TemporalColumn<R, ?> requireDeletedAt(Table<R> table) {
        TemporalColumn<R, ?> column = table.deletedAt();
        if (column == null) {
            throw new IllegalStateException("expected a table whose rows are deleted softly, got " + table
                    + "; declare it by softDelete(column)");
        }
        return column;
    }
}
