package dev.rowan.query;

import dev.rowan.expression.Selectable;
import dev.rowan.row.RowTarget;
import dev.rowan.schema.Table;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a select and what its rows become, waiting for {@code from}. Immutable.
 *
 * @param <R> what a row becomes
 */
public class Selection<R> {
    private final RowTarget<R> target;
    private final Selectable<?>[] columns;
    private @Nullable Object memo; // racy: any thread may remember the same thing again

    Selection(RowTarget<R> target, Selectable<?>[] columns) {
        this.target = target;
        this.columns = columns;
    }

    /** Selects from a table: {@code select(USER.NAME).from(USER)} is {@code select name from users}. */
    public final <S extends Table<?>> Select<R, S> from(S table) {
        return new Select<>(this, table);
    }

    /**
     * Makes each row a record, its components matched to the columns by name:
     * {@code select(USER.LAST, USER.FIRST).as(Name.class).from(USER)}. It takes as many columns as a record has
     * components.
     */
    public final <V> Selection<V> as(Class<V> type) {
        return as(RowTarget.record(type));
    }

    final <V> Selection<V> as(RowTarget<V> newTarget) {
        return new Selection<>(newTarget, columns);
    }

    /**
     * What an executor has remembered about the selects of these columns that join and include nothing, or null. Not part
     * of its value, and of no use to others.
     */
    public final @Nullable Object memo() {
        return memo;
    }

    /** Remembers an immutable object, in place of what was remembered before. Only for executors. */
    public final void remember(Object newMemo) {
        memo = newMemo;
    }

    final RowTarget<R> target() {
        return target;
    }

    final List<Selectable<?>> columns() {
        return List.of(columns);
    }

    final int width() {
        return columns.length;
    }

    final Selectable<?> column(int index) {
        return columns[index];
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Selection<?> that && target.equals(that.target) && Arrays.equals(columns, that.columns);
    }

    @Override
    public final int hashCode() {
        return 31 * target.hashCode() + Arrays.hashCode(columns);
    }
}
