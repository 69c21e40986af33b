package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.schema.Column;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An update that does not say yet which rows it touches, and so is no statement. Immutable.
 *
 * @param <R> the record of the table's rows
 * @param <S> the table
 */
public final class UpdateSet<R, S extends Table<R>> {
    private final S table;
    private final List<Assignment> assignments;

    UpdateSet(S table, List<Assignment> assignments) {
        this.table = table;
        this.assignments = assignments;
    }

    /**
     * {@code .set(USER.NAME, "Ann")} is {@code set name = ?}; null sets NULL.
     *
     * @throws IllegalArgumentException if the value is null and the column is not null
     */
    public <T extends @Nullable Object> UpdateSet<R, S> set(Column<R, T> column, T value) {
        return with(Assignment.of(column, value));
    }

    /**
     * {@code .setNull(ORDER.NOTE)} is {@code set note = ?}, with NULL; {@code set(column, null)} does not compile, for a null fits two
     * methods.
     *
     * @throws IllegalArgumentException if the column is not null
     */
    public UpdateSet<R, S> setNull(Column<R, ?> column) {
        return with(Assignment.of(column, null));
    }

    /**
     * {@code .set(PRODUCT.STOCK, 5)} is {@code set stock = ?}.
     *
     * @throws IllegalArgumentException if the column cannot hold the number
     */
    public UpdateSet<R, S> set(NumberColumn<R, ?> column, long value) {
        return with(Assignment.ofNumber(column, value));
    }

    /** {@code .set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1))} is {@code set stock = stock - ?}. */
    public <T extends @Nullable Object> UpdateSet<R, S> set(Column<R, T> column, Expression<? extends T> value) {
        return with(new Assignment(column, value));
    }

    /**
     * Sets the columns that a request names, {@code {"name": "Ann", "email": "ann@example.org"}}, of those alone that it may set: {@code
     * update(USER).setAll(request, USER.NAME, USER.EMAIL).where(…)}. Field {@code userId} is column {@code user_id}; numbers, times and
     * UUIDs may be written as texts; a null sets NULL. A later {@code set} wins.
     *
     * @throws dev.rowan.error.ValidationException if it names anything else, or a value is none of its column's type; it tells all of it
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final UpdateSet<R, S> setAll(Map<String, ?> values, Column<R, ?>... allowed) {
        UpdateSet<R, S> all = this;
        for (Assignment assignment : RequestValues.assignments(table, values, List.of(allowed))) {
            all = all.with(assignment);
        }
        return all;
    }

    /**
     * {@code update(USER).row(user)} is {@code set name = ?, email = ? where id = ?}: all that the record holds, in the row of its
     * primary key, except identity and {@linkplain Column#automatic() automatic} columns. Of a table with a {@linkplain
     * NumberColumn#version version} only that version is changed, or it fails; what is in the database then has the next one.
     *
     * @throws IllegalArgumentException if the table has no primary key
     * @throws dev.rowan.error.StaleRowException when it is executed, if there is no row of that key and version
     */
    public Update<R> row(R record) {
        return RowUpdate.of(table, assignments, record);
    }

    private UpdateSet<R, S> with(Assignment assignment) {
        Assignment.requireTable(table, assignment);
        if (assignments.stream().anyMatch(a -> a.column() == assignment.column())) {
            throw new IllegalArgumentException("expected " + assignment.column() + " to be set once, got it twice");
        }
        return new UpdateSet<>(table, RareClauses.append(assignments, assignment));
    }

    /**
     * Reads another table, or an alias: {@code .set(PRODUCT.STOCK, DELIVERY.PIECES).from(DELIVERY).where((p, d) ->
     * d.PRODUCT_ID.eq(p.ID))}. What is set may read that table too.
     *
     * @throws IllegalArgumentException if it is the table that is updated
     */
    public <B extends Table<?>> UpdateFrom<R, S, B> from(B read) {
        return new UpdateFrom<>(table, assignments, read);
    }

    /** {@code .where(USER.ID.eq(42))} is {@code where id = ?}. */
    public Update<R> where(Condition condition) {
        return new Update<>(table, assignments, Guard.of(condition), Set.of(), null, true);
    }

    /** {@code .where(u -> u.ID.eq(42))} is {@code where id = ?}. */
    public Update<R> where(Function<? super S, ? extends Condition> condition) {
        return where(condition.apply(table));
    }

    /** Touches every row of the table: no {@code where}. */
    public Update<R> everyRow() {
        return new Update<>(table, assignments, null, Set.of(), null, true);
    }
}
