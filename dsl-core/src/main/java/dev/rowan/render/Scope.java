package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Identifier;
import dev.rowan.query.Join;
import dev.rowan.schema.Column;
import dev.rowan.schema.PathRows;
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
        for (int i = 0; i < joins.size(); i++) {
            Identifier qualifier = joins.get(i).table().qualifier();
            visibleJoins = i;
            if (hasName(qualifier)) {
                throw new InvalidQueryException("expected every table in FROM to have a name of its own, got "
                        + qualifier + " twice; give one an alias by alias(table, \"name\")");
            }
        }
        visibleJoins = joins.size();
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
        if (column.table().rows() instanceof PathRows path) {
            return checkPath(column, path);
        }
        checkOuter(column);
        return false;
    }

    /** What the column is called here. */
    Identifier nameOf(Column<?, ?> column) {
        return column.table().rows() instanceof PathRows
                ? column.name().in(nameOfPath(column.table()))
                : column.qualifiedName();
    }

    Identifier nameOfPath(Table<?> table) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Paths paths = scope.grouping == null ? null : scope.grouping.readPaths();
            Identifier name = paths == null ? null : paths.nameOf(table);
            if (name != null) {
                return name;
            }
        }
        throw new IllegalStateException("expected a path that was read, got " + table);
    }

    /** Where the table that a path starts from is, which then reads the path too; null if it is nowhere. */
    private @Nullable Scope read(Table<?> table, PathRows path) {
        Table<?> owner = path.association().owner();
        Scope home = owner.rows() instanceof PathRows above ? read(owner, above) : home(owner);
        if (home == null) {
            return null;
        }
        if (home.grouping == null || home.grouping.place() == Place.ON) {
            throw new InvalidQueryException("expected " + path + " to be read by a select, got it in "
                    + (home.grouping == null ? "an update or a delete" : "the condition of a join")
                    + "; ask any(…) of it, or join the table");
        }
        Paths paths = home.grouping.paths();
        if (paths.nameOf(table) == null) {
            paths.add(table, freeNumber());
        }
        return home;
    }

    /** Whether columns may be NULL here because a table has no row to join. */
    boolean joinsOuter() {
        return joins.stream().anyMatch(join -> join.kind() != Join.Kind.INNER && join.kind() != Join.Kind.CROSS)
                || (outer != null && outer.joinsOuter());
    }

    private @Nullable Scope home(Table<?> owner) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.table == owner || scope.holds(owner)) {
                return scope;
            }
        }
        return null;
    }

    private int freeNumber() {
        int number = 0;
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Paths paths = scope.grouping == null ? null : scope.grouping.readPaths();
            number = Math.max(number, paths == null ? 0 : paths.last());
        }
        List<Table<?>> all = allTables();
        do {
            number++;
        } while (isTaken(Identifier.of("p" + number), all));
        return number;
    }

    private static boolean isTaken(Identifier name, List<Table<?>> tables) {
        return tables.stream().anyMatch(known -> known.qualifier().equals(name));
    }

    private boolean checkPath(Column<?, ?> column, PathRows path) {
        Scope home = read(column.table(), path);
        if (home == null) {
            throw new InvalidQueryException("column " + column.name() + " is read by the path " + path
                    + ", whose table is not in FROM; in FROM are " + allTables()
                    + "; start the path from one of these");
        }
        if (home != this) {
            checkHidden(column, nameOfPath(column.table()), home);
            if (home.grouping != null) {
                home.grouping.check(column);
            }
        }
        return home == this;
    }

    private void checkOuter(Column<?, ?> column) {
        for (Scope scope = outer; scope != null; scope = scope.outer) {
            if (scope.table == column.table() || scope.holds(column.table())) {
                checkHidden(column, column.table().qualifier(), scope);
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

    private void checkHidden(Column<?, ?> column, Identifier qualifier, Scope home) {
        for (Scope scope = this; scope != home && scope != null; scope = scope.outer) {
            if (scope.hasName(qualifier)) {
                throw new InvalidQueryException(
                        "column " + column + " of the outer query is hidden by a table of the same"
                                + " name in the subquery; give one an alias by alias(table, \"name\")");
            }
        }
    }

    private boolean hasName(Identifier qualifier) {
        if (table != null && table.qualifier().equals(qualifier)) {
            return true;
        }
        for (int i = 0; i < visibleJoins; i++) {
            if (joins.get(i).table().qualifier().equals(qualifier)) {
                return true;
            }
        }
        return false;
    }

    private List<Table<?>> tables() {
        List<Table<?>> tables = new ArrayList<>(1 + visibleJoins);
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
