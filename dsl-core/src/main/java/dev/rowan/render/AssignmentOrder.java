package dev.rowan.render;

import dev.rowan.expression.Expression;
import dev.rowan.query.Assignment;
import dev.rowan.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The order in which a database that assigns from left to right sees the row as it was: a column is set after all that read it. Where
 * there is none, for two read each other, the order is as it was, and the renderer refuses it.
 */
final class AssignmentOrder {
    private AssignmentOrder() {}

    static List<Assignment> of(List<Assignment> assignments, Function<Expression<?>, Set<Column<?, ?>>> columnsReadBy) {
        if (assignments.size() < 2) {
            return assignments;
        }
        Map<Assignment, Set<Column<?, ?>>> left = new LinkedHashMap<>();
        assignments.forEach(assignment -> left.put(assignment, columnsReadBy.apply(assignment.value())));
        List<Assignment> ordered = new ArrayList<>(assignments.size());
        while (!left.isEmpty()) {
            Assignment next = left.keySet().stream()
                    .filter(candidate -> left.entrySet().stream()
                            .noneMatch(other -> !other.getKey().equals(candidate)
                                    && other.getValue().contains(candidate.column())))
                    .findFirst()
                    .orElseGet(() -> left.keySet().iterator().next());
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }
}
