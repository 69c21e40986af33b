package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Join;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables whose columns may stand in a statement, and around it the tables of the statement that it is part of. */
class Scope {
    private final @Nullable Table<?> table; // null without FROM
    private final List<Join> joins;
    private final @Nullable Scope outer;
    private final @Nullable Grouping grouping; // null in an update or a delete, which aggregates nothing
    private int visibleJoins;

    Scope(@Nullable Table<?> table, List<Join> joins, @Nullable Scope outer, @Nullable Grouping grouping) {
        this.table = table;
        this.joins = joins;
        this.outer = outer;
        this.grouping = grouping;
        this.visibleJoins = joins.size();
        if (!joins.isEmpty()) {
            checkQualifiers();
        }
    }

    /** That of the rows which an insert, an update or a delete of the table returns. */
    static Scope ofReturned(Table<?> table) {
        return new Scope(table, List.of(), null, null) {
            @Override
            void checkSubquery() {
                throw new InvalidQueryException("expected no subquery in returning(…), where it might see " + table
                        + " before or after the change; select it by a statement of its own");
            }
        };
    }

    /** Checks that a subquery may stand here: databases differ about what one sees while rows are written. */
    void checkSubquery() {}

    private void checkQualifiers() {
        List<Table<?>> tables = tables();
        for (int i = 0; i < tables.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (tables.get(i).qualifier().equals(tables.get(j).qualifier())) {
                    throw new InvalidQueryException("expected every table in FROM to have a name of its own, got "
                            + tables.get(i).qualifier() + " twice; give one an alias by alias(table, \"name\")");
                }
            }
        }
    }

    @Nullable
    Scope outer() {
        return outer;
    }

    @Nullable
    Grouping grouping() {
        return grouping;
    }

    void enter(Place place) {
        if (grouping != null) {
            grouping.enter(place);
        }
    }

    /** Makes only the first so many joined tables visible, as they are within the FROM clause. */
    void showJoins(int count) {
        visibleJoins = count;
    }

    /** Checks that the column may stand here; tells whether it belongs to the innermost select. */
    boolean check(Column<?, ?> column) {
        if (table == column.table() || holds(column.table())) {
            return true;
        }
        checkOuter(column);
        return false;
    }

    private void checkOuter(Column<?, ?> column) {
        for (Scope scope = outer; scope != null; scope = scope.outer) {
            if (scope.table == column.table() || scope.holds(column.table())) {
                checkHidden(column, scope);
                if (scope.grouping != null) {
                    scope.grouping.check(column);
                }
                return;
            }
        }
        List<Table<?>> all = allTables();
        if (all.isEmpty()) {
            throw new InvalidQueryException(
                    "column " + column + " belongs to a table, and there is no FROM; add from(" + column.table() + ")");
        }
        throw new InvalidQueryException("column " + column + " belongs to a table that is not in FROM; in FROM are "
                + all + (isJoinedLater(column) ? " so far" : "")
                + "; join the table, or use a column of these");
    }

    private boolean isJoinedLater(Column<?, ?> column) {
        return joins.stream().anyMatch(join -> join.table() == column.table());
    }

    /** Whether it is one of the tables here or around. */
    boolean sees(Table<?> source) {
        return table == source || holds(source) || (outer != null && outer.sees(source));
    }

    private boolean holds(Table<?> source) {
        for (int i = 0; i < visibleJoins; i++) {
            if (joins.get(i).table() == source) {
                return true;
            }
        }
        return false;
    }

    private void checkHidden(Column<?, ?> column, Scope home) {
        for (Scope scope = this; scope != home && scope != null; scope = scope.outer) {
            if (scope.tables().stream()
                    .anyMatch(t -> t.qualifier().equals(column.table().qualifier()))) {
                throw new InvalidQueryException(
                        "column " + column + " of the outer query is hidden by a table of the same"
                                + " name in the subquery; give one an alias by alias(table, \"name\")");
            }
        }
    }

    private List<Table<?>> tables() {
        List<Table<?>> tables = new ArrayList<>();
        if (table != null) {
            tables.add(table);
        }
        joins.subList(0, visibleJoins).forEach(join -> tables.add(join.table()));
        return tables;
    }

    List<Table<?>> allTables() {
        List<Table<?>> tables = tables();
        if (outer != null) {
            tables.addAll(outer.allTables());
        }
        return tables;
    }
}
