package dev.rowan.query;

import dev.rowan.expression.BoundRows;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.row.RecordValues;
import dev.rowan.schema.Column;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.UniqueKey;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
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
 * insertInto(USER).rows(users).onConflict(USER.BY_EMAIL).doUpdate(u -> u.NAME)
 * // insert into users (name, email) values (?, ?), … on conflict (email) do update set name = excluded.name
 * }</pre>
 *
 * After {@code doUpdate(…)}, {@code set} says what the update sets.
 *
 * @param <R> the record of the table's rows
 * @param <S> the table
 */
public final class Insert<R, S extends Table<R>> extends InsertColumns<R> {
    private final S table;
    private final List<R> records;
    private final List<Assignment> assignments;
    private final @Nullable Conflict<R> conflict;
    private final List<Mapping<R, ?>> mappings; // of the records' values
    private final boolean checked; // by the rules of the columns
    private final @Nullable Prepared<R> prepared; // what is inserted in the end, if that is known already

    Insert(S table, List<R> records, List<Assignment> assignments, @Nullable Conflict<R> conflict) {
        this(table, records, assignments, conflict, List.of(), true, null);
    }

    private Insert(
            S table,
            List<R> records,
            List<Assignment> assignments,
            @Nullable Conflict<R> conflict,
            List<Mapping<R, ?>> mappings,
            boolean checked,
            @Nullable Prepared<R> prepared) {
        this.checked = checked;
        this.table = table;
        this.records = records;
        this.assignments = assignments;
        this.conflict = conflict;
        this.mappings = mappings;
        this.prepared = prepared;
    }

    /** What is made of the values of a column. */
    private record Mapping<R, T extends @Nullable Object>(Column<R, T> column, UnaryOperator<@NonNull T> function) {
        @SuppressWarnings("unchecked") // the value comes from the component that feeds the column
        Object apply(Object value) {
            return function.apply((@NonNull T) value);
        }
    }

    /** The columns and values of all rows. */
    private record Prepared<R>(List<Column<R, ?>> columns, List<List<Expression<?>>> values) {}

    /** Adds a row: its identity columns are left to the database, its associations are left out. */
    public Insert<R, S> row(R record) {
        return rows(List.of(record));
    }

    /**
     * Adds rows: their identity columns are left to the database, their associations are left out.
     *
     * @throws IllegalArgumentException if there is none, for an insert without rows is a row of default values
     */
    public Insert<R, S> rows(Collection<? extends R> added) {
        if (added.isEmpty()) {
            throw new IllegalArgumentException("expected at least one row to insert into " + table
                    + ", got none; leave out the statement where there is nothing to insert");
        }
        List<R> all = List.copyOf(added);
        if (!records.isEmpty()) {
            all = Stream.concat(records.stream(), added.stream()).toList();
        }
        return new Insert<>(table, all, assignments, conflict, mappings, checked, null);
    }

    /**
     * Sets a column to a value, or to NULL.
     *
     * @throws IllegalArgumentException if the value is null and the column is not null
     */
    public <T extends @Nullable Object> Insert<R, S> set(Column<R, T> column, T value) {
        return with(Assignment.of(column, value));
    }

    /**
     * Sets a column to NULL, whatever its default is; {@code set(column, null)} does not compile, for a null fits two methods.
     *
     * @throws IllegalArgumentException if the column is not null
     */
    public Insert<R, S> setNull(Column<R, ?> column) {
        return with(Assignment.of(column, null));
    }

    /**
     * Sets a column to a whole number.
     *
     * @throws IllegalArgumentException if the column cannot hold the number
     */
    public Insert<R, S> set(NumberColumn<R, ?> column, long value) {
        return with(Assignment.ofNumber(column, value));
    }

    /** Sets a column to an expression: {@code set(USER.NAME, lower(…))}. */
    public <T extends @Nullable Object> Insert<R, S> set(Column<R, T> column, Expression<? extends T> value) {
        return with(new Assignment(column, value));
    }

    /**
     * Sets the columns that a request names, {@code {"name": "Ann", "email": "ann@example.org"}}, of those alone that it may set: {@code
     * insertInto(USER).setAll(request, USER.NAME, USER.EMAIL)}. Field {@code userId} is column {@code user_id}; numbers, times and
     * UUIDs may be written as texts; a null sets NULL. A later {@code set} wins.
     *
     * @throws dev.rowan.error.ValidationException if it names anything else, or a value is none of its column's type; it tells all of it
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Insert<R, S> setAll(Map<String, ?> values, Column<R, ?>... allowed) {
        Insert<R, S> all = this;
        for (Assignment assignment : RequestValues.assignments(table, values, List.of(allowed))) {
            all = all.with(assignment);
        }
        return all;
    }

    /**
     * The same with something else made of the values of a column, in every row: {@code insert.map(USER.EMAIL,
     * String::toLowerCase)}, for {@code beforeInsert}. NULL, and what the database computes, is left alone.
     */
    public <T extends @Nullable Object> Insert<R, S> map(Column<R, T> column, UnaryOperator<@NonNull T> mapping) {
        Assignment.requireTable(table, column);
        List<Assignment> assigned = assignments.stream()
                .map(assignment -> assignment.column() == column ? assignment.mapped(column, mapping) : assignment)
                .toList();
        Conflict<R> mapped = conflict == null ? null : conflict.map(column, mapping);
        return new Insert<>(
                table,
                records,
                assigned,
                mapped,
                RareClauses.append(mappings, new Mapping<>(column, mapping)),
                checked,
                null);
    }

    /** The same with other records in place of its own, for {@code beforeInsert}. */
    public Insert<R, S> mapRows(UnaryOperator<R> mapping) {
        return new Insert<>(
                table, records.stream().map(mapping).toList(), assignments, conflict, mappings, checked, null);
    }

    /** What is to be inserted, as records; empty if the only row consists of what is set. */
    public List<R> records() {
        return records;
    }

    /** What is set in every row. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** The same whose values are not checked by the rules of their columns, but by the database alone. */
    public Insert<R, S> withoutRules() {
        return new Insert<>(table, records, assignments, conflict, mappings, false, prepared);
    }

    /** Whether values are checked by the rules of their columns before they are sent. */
    public boolean isChecked() {
        return checked;
    }

    /** Whether it is settled what is inserted, so that nothing more is filled in. */
    public boolean isPrepared() {
        return prepared != null;
    }

    /** The same, of which it is settled what is inserted; takes the lists over. */
    Insert<R, S> prepared(List<Column<R, ?>> columns, List<List<Expression<?>>> values, @Nullable Conflict<R> settled) {
        List<List<Expression<?>>> bound = BoundRows.ifValues(TableMemo.types(columns), values);
        if (bound == null) {
            values.replaceAll(Collections::unmodifiableList);
            bound = Collections.unmodifiableList(values);
        }
        return new Insert<>(
                table, records, assignments, settled, mappings, checked, new Prepared<>(List.copyOf(columns), bound));
    }

    /** The same of some of the rows, by their indexes; of a prepared insert. For executors. */
    public Insert<R, S> ofRows(List<Integer> indexes) {
        Prepared<R> all = Objects.requireNonNull(prepared, "what is inserted is not settled yet");
        List<R> some =
                records.isEmpty() ? records : indexes.stream().map(records::get).toList();
        List<List<Expression<?>>> values = all.values instanceof BoundRows bound
                ? bound.ofRows(indexes)
                : indexes.stream().map(all.values::get).toList();
        return new Insert<>(table, some, assignments, conflict, mappings, checked, new Prepared<>(all.columns, values));
    }

    @Override
    <V> InsertInto<R, V> into(List<Column<R, ?>> columns) {
        if (!records.isEmpty() || !assignments.isEmpty() || conflict != null) {
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

    private Insert<R, S> with(Assignment assignment) {
        Assignment.requireTable(table, assignment);
        return conflict == null
                ? new Insert<>(
                        table,
                        records,
                        RareClauses.append(without(assignment.column()), assignment),
                        null,
                        mappings,
                        checked,
                        null)
                : with(conflict.with(assignment));
    }

    Insert<R, S> setExcluded(Column<R, ?> column) {
        Assignment.requireTable(table, column);
        return with(new Assignment(column, Sql.excluded(column)));
    }

    Insert<R, S> with(@Nullable Conflict<R> newConflict) {
        return new Insert<>(table, records, assignments, newConflict, mappings, checked, prepared);
    }

    /**
     * Says what becomes of a row whose key is there already: {@code .onConflict(USER.BY_EMAIL).doNothing()}. A conflict with another
     * key stays an error.
     *
     * @throws IllegalArgumentException if the key is of another table or alias
     * @throws IllegalStateException if it was said before
     */
    public OnConflict<R, S> onConflict(UniqueKey<R> key) {
        if (key.table() != table) {
            throw new IllegalArgumentException("expected a key of " + table + ", got " + key);
        }
        return conflictOf(key);
    }

    /**
     * Says what becomes of a row of which any unique key, or the primary key, is there already: {@code
     * .onConflictOfAnyKey().doNothing()} is {@code on conflict do nothing}. On MySQL and MariaDB, which know nothing else, it is
     * how to accept that a table has several keys.
     *
     * @throws IllegalStateException if it was said before
     */
    public OnConflict<R, S> onConflictOfAnyKey() {
        return conflictOf(null);
    }

    private OnConflict<R, S> conflictOf(@Nullable UniqueKey<R> key) {
        if (conflict != null) {
            throw new IllegalStateException("expected one onConflict(…) of an insert into " + table + ", got a second");
        }
        return new OnConflict<>(this, key);
    }

    /**
     * Updates only the rows that a condition holds for, and leaves the others as they are: {@code .doUpdate(USER.NAME).updateWhere(
     * USER.ACTIVE)} is {@code do update set name = excluded.name where users.active}.
     *
     * @throws IllegalStateException if it does not follow doUpdate(…)
     */
    public Insert<R, S> updateWhere(Condition condition) {
        if (conflict == null) {
            throw new IllegalStateException(
                    "expected updateWhere(…) after doUpdate(…), got no onConflict(…) before it");
        }
        return with(conflict.where(condition));
    }

    /** {@code .updateWhere(u -> u.VERSION.lt(excluded(u.VERSION)))} is {@code where users.version < excluded.version}. */
    public Insert<R, S> updateWhere(Function<? super S, ? extends Condition> condition) {
        return updateWhere(condition.apply(table));
    }

    /** What it does with rows whose key is there already; null if that is an error. */
    public @Nullable Conflict<R> conflict() {
        return conflict;
    }

    /** The same insert without its conflict clause. */
    public Insert<R, S> withoutConflict() {
        return with((Conflict<R>) null);
    }

    private List<Assignment> without(Column<?, ?> column) {
        return assignments.stream().filter(a -> a.column() != column).toList();
    }

    @Override
    public S table() {
        return table;
    }

    /** How many rows are inserted. */
    public int rowCount() {
        return prepared != null ? prepared.values.size() : records.isEmpty() ? 1 : records.size();
    }

    /** The columns that are set, those of the records first; empty if all is left to the database. */
    public List<Column<R, ?>> columns() {
        if (prepared != null) {
            return prepared.columns;
        }
        if (assignments.isEmpty() && !records.isEmpty()) {
            return recordColumns();
        }
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
        List<Column<R, ?>> taken = TableMemo.of(table).inserted(table);
        return assignments.isEmpty()
                ? taken
                : taken.stream().filter(column -> !isAssigned(column)).toList();
    }

    private boolean isAssigned(Column<R, ?> column) {
        for (Assignment assignment : assignments) {
            if (assignment.column() == column) {
                return true;
            }
        }
        return false;
    }

    /** The columns that get what the records hold, and nothing else. */
    List<Column<R, ?>> takenColumns() {
        return recordColumns().stream()
                .filter(column -> column.automatic() == null)
                .filter(column -> mappings.stream().noneMatch(mapping -> mapping.column == column))
                .toList();
    }

    /** The values of each row, in the order of {@link #columns}: {@link BoundRows} of records of which nothing else is said. */
    public List<List<Expression<?>>> values() {
        if (prepared != null) {
            return prepared.values;
        }
        BoundRows bound = boundRows();
        return bound != null ? bound : newValues();
    }

    /** The values of records of which nothing else is said; else null. */
    @Nullable
    BoundRows boundRows() {
        if (records.isEmpty() || !assignments.isEmpty() || !mappings.isEmpty()) {
            return null;
        }
        TableMemo.Taken<R> taken = TableMemo.of(table).taken(table);
        List<Column<R, ?>> columns = taken.columns();
        @Nullable Object[][] rows = new @Nullable Object[records.size()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = taken.values().values(records.get(row));
            for (int i = 0; i < columns.size(); i++) {
                requireFitting(columns.get(i), rows[row][i]);
            }
        }
        return BoundRows.of(taken.types(), rows);
    }

    /** The values of each row, in lists that are the caller's own. */
    List<List<Expression<?>>> newValues() {
        List<Expression<?>> assigned = new ArrayList<>(assignments.size());
        for (Assignment assignment : assignments) {
            assigned.add(assignment.value());
        }
        if (records.isEmpty()) {
            return new ArrayList<>(List.of(assigned));
        }
        List<Column<R, ?>> columns = recordColumns();
        List<List<Expression<?>>> rows = rows(table.rowType(), columns, records, assigned, false);
        for (Mapping<R, ?> mapping : mappings) {
            int index = columns.indexOf(mapping.column);
            if (index >= 0) {
                rows.forEach(row -> row.set(index, mapped(mapping, row.get(index))));
            }
        }
        return rows;
    }

    private static Expression<?> mapped(Mapping<?, ?> mapping, Expression<?> value) {
        return value instanceof BoundValue<?> bound && bound.value() != null
                ? bound(mapping.column, mapping.apply(bound.value()))
                : value;
    }

    private static <R> List<List<Expression<?>>> rows(
            Class<R> type,
            List<? extends Column<?, ?>> columns,
            Collection<? extends R> records,
            List<Expression<?>> assigned,
            boolean checked) {
        RecordValues<R> taken = TableMemo.values(type, columns);
        List<List<Expression<?>>> rows = new ArrayList<>(records.size());
        for (R record : records) {
            rows.add(bindRow(columns, taken.values(record), rows.size(), assigned, checked));
        }
        return rows;
    }

    /** The values of records for all columns of a table, as rows of a FROM clause. */
    static <R> ListedRows listed(Table<R> table, Collection<? extends R> records) {
        return new ListedRows(rows(table.rowType(), table.columns(), records, List.of(), true));
    }

    private static List<Expression<?>> bindRow(
            List<? extends Column<?, ?>> columns,
            @Nullable Object[] values,
            int index,
            List<Expression<?>> assigned,
            boolean checked) {
        List<Expression<?>> row = new ArrayList<>(values.length + assigned.size());
        for (int i = 0; i < values.length; i++) {
            Column<?, ?> column = columns.get(i);
            if (checked && values[i] == null && !column.isNullable()) {
                throw new IllegalArgumentException(
                        "expected a value for " + column + ", which is not null, got null at index " + index);
            }
            row.add(bound(column, values[i]));
        }
        if (!assigned.isEmpty()) {
            row.addAll(assigned);
        }
        return row;
    }

    @SuppressWarnings("unchecked") // as it has just been found
    static Expression<?> bound(Column<?, ?> column, @Nullable Object value) {
        requireFitting(column, value);
        return new BoundValue<>((SqlType<Object>) (SqlType<?>) column.type(), value);
    }

    @SuppressWarnings("unchecked") // the value comes from the component that feeds the column
    private static void requireFitting(Column<?, ?> column, @Nullable Object value) {
        if (value == null) {
            return;
        }
        SqlType<Object> type = (SqlType<Object>) (SqlType<?>) column.type();
        if (value.getClass() != type.javaType() && !type.javaType().isInstance(value)) {
            throw new IllegalArgumentException("expected a component of type "
                    + type.javaType().getSimpleName() + " for a column of " + type + ", got "
                    + value.getClass().getSimpleName());
        }
        Assignment.requireDigits(column, type, value);
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitInsert(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Insert<?, ?> that
                && table == that.table
                && records.equals(that.records)
                && assignments.equals(that.assignments)
                && mappings.equals(that.mappings)
                && checked == that.checked
                && Objects.equals(conflict, that.conflict);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(table), records, assignments, conflict);
    }
}
