package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.schema.Column;
import dev.rowan.schema.UniqueKey;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What an insert does with a row whose key is there already: nothing, or an update of the row that is there. Immutable.
 *
 * @param key the key whose conflicts are handled; null for every unique key of the table
 * @param updates whether the row that is there is updated; nothing is done otherwise
 * @param assignments what the update sets
 * @param condition which rows are updated, the others staying as they are; null for all
 * @param <R> the record of the table's rows
 */
public record Conflict<R>(
        @Nullable UniqueKey<R> key,
        boolean updates,
        List<Assignment> assignments,
        @Nullable Condition condition) {

    /** Copies the assignments. */
    public Conflict {
        assignments = List.copyOf(assignments);
    }

    Conflict<R> with(Assignment assignment) {
        if (!updates) {
            throw new IllegalStateException("expected set(…) of what is inserted before onConflict(…), got "
                    + assignment.column() + " after doNothing(), which sets nothing");
        }
        if (key != null && key.columns().contains(assignment.column())) {
            throw new IllegalArgumentException("expected columns beside those of " + key + " to update, got "
                    + assignment.column() + ", which is equal in both rows; leave it out");
        }
        List<Assignment> others = assignments.stream()
                .filter(known -> known.column() != assignment.column())
                .toList();
        return new Conflict<>(key, true, RareClauses.append(others, assignment), condition);
    }

    <T extends @Nullable Object> Conflict<R> map(Column<R, T> column, UnaryOperator<@NonNull T> mapping) {
        List<Assignment> mapped = assignments.stream()
                .map(assignment -> assignment.column() == column ? assignment.mapped(column, mapping) : assignment)
                .toList();
        return new Conflict<>(key, updates, mapped, condition);
    }

    Conflict<R> where(Condition newCondition) {
        if (!updates) {
            throw new IllegalStateException("expected updateWhere(…) after doUpdate(…), got it after doNothing()");
        }
        return new Conflict<>(key, true, assignments, Guard.of(newCondition));
    }

    /** Whether every row whose key is there is written too. */
    public boolean writesEveryRow() {
        return updates && condition == null;
    }
}
