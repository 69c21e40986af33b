package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.row.RecordValues;
import dev.rowan.schema.Column;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An insert of one row or of many. Immutable. What {@code set} sets, it sets in every row, whatever the record holds;
 * without rows, it is one row of its own, and what it leaves out is filled in by the database.
 *
 * <pre>{@code
 * insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "ann@example.org")
 * // insert into users (name, email) values (?, ?)
 * insertInto(USER).rows(users)
 * // insert into users (name, email) values (?, ?), (?, ?), …
 * }</pre>
 *
 * @param <R> the record of the table's rows
 */
public final class Insert<R> extends InsertColumns<R> {
    private final Table<R> table;
    private final List<R> records;
    private final List<Assignment> assignments;

    Insert(Table<R> table, List<R> records, List<Assignment> assignments) {
        this.table = table;
        this.records = records;
        this.assignments = assignments;
    }

    /** Adds a row: its identity columns are left to the database, its associations are left out. */
    public Insert<R> row(R record) {
        return rows(List.of(record));
    }

    /**
     * Adds rows: their identity columns are left to the database, their associations are left out.
     *
     * @throws IllegalArgumentException if there is none, for an insert without rows is a row of default values
     */
    public Insert<R> rows(Collection<? extends R> added) {
        if (added.isEmpty()) {
            throw new IllegalArgumentException("expected at least one row to insert into " + table
                    + ", got none; leave out the statement where there is nothing to insert");
        }
        List<R> all = new ArrayList<>(records);
        all.addAll(added);
        return new Insert<>(table, List.copyOf(all), assignments);
    }

    /**
     * Sets a column to a value, or to NULL.
     *
     * @throws IllegalArgumentException if the value is null and the column is not null
     */
    public <T extends @Nullable Object> Insert<R> set(Column<R, T> column, T value) {
        return with(Assignment.of(column, value));
    }

    /**
     * Sets a column to a whole number.
     *
     * @throws IllegalArgumentException if the column cannot hold the number
     */
    public Insert<R> set(NumberColumn<R, ?> column, long value) {
        return with(Assignment.ofNumber(column, value));
    }

    /** Sets a column to an expression: {@code set(USER.NAME, lower(…))}. */
    public <T extends @Nullable Object> Insert<R> set(Column<R, T> column, Expression<? extends T> value) {
        return with(new Assignment(column, value));
    }

    @Override
    <V> InsertInto<R, V> into(List<Column<R, ?>> columns) {
        if (!records.isEmpty() || !assignments.isEmpty()) {
            throw new IllegalStateException(
                    "expected columns(…) right after insertInto(…), got it after rows or values, which it would drop");
        }
        Set<Column<?, ?>> once = new HashSet<>();
        for (Column<?, ?> column : columns) {
            Assignment.requireTable(table, column);
            if (!once.add(column)) {
                throw new IllegalArgumentException("expected each column of an insert once, got " + column + " twice");
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("expected at least one column to insert into " + table + ", got none");
        }
        return new InsertInto<>(table, List.copyOf(columns));
    }

    private Insert<R> with(Assignment assignment) {
        Assignment.requireTable(table, assignment);
        return new Insert<>(table, records, RareClauses.append(without(assignment.column()), assignment));
    }

    private List<Assignment> without(Column<?, ?> column) {
        return assignments.stream().filter(a -> a.column() != column).toList();
    }

    @Override
    public Table<R> table() {
        return table;
    }

    /** How many rows are inserted. */
    public int rowCount() {
        return records.isEmpty() ? 1 : records.size();
    }

    /** The columns that are set, those of the records first; empty if all is left to the database. */
    public List<Column<R, ?>> columns() {
        List<Column<R, ?>> columns = new ArrayList<>(records.isEmpty() ? List.of() : recordColumns());
        for (Assignment assignment : assignments) {
            columns.add(own(assignment.column()));
        }
        return columns;
    }

    @SuppressWarnings("unchecked") // set takes only columns of R
    private Column<R, ?> own(Column<?, ?> column) {
        return (Column<R, ?>) column;
    }

    private List<Column<R, ?>> recordColumns() {
        return table.columns().stream()
                .filter(column -> !column.isIdentity())
                .filter(column -> assignments.stream().noneMatch(a -> a.column() == column))
                .toList();
    }

    /**
     * The values of each row, in the order of {@link #columns}.
     *
     * @throws IllegalArgumentException if a record holds null for a column that is not null
     */
    public List<List<Expression<?>>> values() {
        List<Expression<?>> assigned = new ArrayList<>();
        assignments.forEach(assignment -> assigned.add(assignment.value()));
        if (records.isEmpty()) {
            return List.of(assigned);
        }
        return rows(table.rowType(), recordColumns(), records, assigned);
    }

    private static <R> List<List<Expression<?>>> rows(
            Class<R> type,
            List<? extends Column<?, ?>> columns,
            Collection<? extends R> records,
            List<Expression<?>> assigned) {
        RecordValues<R> taken =
                RecordValues.of(type, columns.stream().map(Column::label).toList());
        List<List<Expression<?>>> rows = new ArrayList<>(records.size());
        for (R record : records) {
            rows.add(bindRow(columns, taken.values(record), rows.size(), assigned));
        }
        return rows;
    }

    /** The values of records for all columns of a table, as rows of a FROM clause. */
    static <R> ListedRows listed(Table<R> table, Collection<? extends R> records) {
        return new ListedRows(rows(table.rowType(), table.columns(), records, List.of()));
    }

    private static List<Expression<?>> bindRow(
            List<? extends Column<?, ?>> columns, @Nullable Object[] values, int index, List<Expression<?>> assigned) {
        List<Expression<?>> row = new ArrayList<>(values.length + assigned.size());
        for (int i = 0; i < values.length; i++) {
            Column<?, ?> column = columns.get(i);
            if (values[i] == null && !column.isNullable()) {
                throw new IllegalArgumentException(
                        "expected a value for " + column + ", which is not null, got null in row " + index);
            }
            row.add(bound(column, values[i]));
        }
        row.addAll(assigned);
        return row;
    }

    @SuppressWarnings("unchecked") // the value comes from the component that feeds the column
    private static Expression<?> bound(Column<?, ?> column, @Nullable Object value) {
        SqlType<Object> type = (SqlType<Object>) (SqlType<?>) column.type();
        if (value != null && !type.javaType().isInstance(value)) {
            throw new IllegalArgumentException("expected a component of type "
                    + type.javaType().getSimpleName() + " for a column of " + type + ", got "
                    + value.getClass().getSimpleName());
        }
        if (value != null) {
            Assignment.requireDigits(column, type, value);
        }
        return new BoundValue<>(type, value);
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitInsert(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Insert<?> that
                && table == that.table
                && records.equals(that.records)
                && assignments.equals(that.assignments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(table), records, assignments);
    }
}
