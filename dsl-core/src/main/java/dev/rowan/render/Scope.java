package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Join;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables whose columns may stand in a statement, and around it the tables of the statement that it is part of. */
final class Scope {
    private final Table<?> table;
    private final List<Join> joins;
    private final @Nullable Scope outer;

    Scope(Table<?> table, List<Join> joins, @Nullable Scope outer) {
        this.table = table;
        this.joins = joins;
        this.outer = outer;
        if (!joins.isEmpty()) {
            checkQualifiers();
        }
    }

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

    void check(Column<?, ?> column) {
        if (table != column.table()) {
            checkJoinedOrOuter(column);
        }
    }

    private void checkJoinedOrOuter(Column<?, ?> column) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.holds(column.table())) {
                checkHidden(column, scope);
                return;
            }
        }
        throw new InvalidQueryException("column " + column + " belongs to a table that is not in FROM; in FROM are "
                + allTables() + "; join the table, or use a column of these");
    }

    private boolean holds(Table<?> source) {
        if (table == source) {
            return true;
        }
        for (Join join : joins) {
            if (join.table() == source) {
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
        tables.add(table);
        joins.forEach(join -> tables.add(join.table()));
        return tables;
    }

    private List<Table<?>> allTables() {
        List<Table<?>> tables = tables();
        if (outer != null) {
            tables.addAll(outer.allTables());
        }
        return tables;
    }

    /** Whether the outermost statement is about the table, under whatever alias. */
    boolean beginsWith(Table<?> other) {
        return outer == null ? table.identifier().equals(other.identifier()) : outer.beginsWith(other);
    }
}
