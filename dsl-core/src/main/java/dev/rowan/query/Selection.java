package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Projection;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.row.NamedRow;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import dev.rowan.row.Slot;
import dev.rowan.schema.Table;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a select and what its rows become: what {@code from} makes a select of a table, and by itself a query of one
 * row that needs no table. Columns of tables in the latter are refused when it is rendered. Immutable.
 *
 * <pre>{@code
 * db.fetchOne(select(currentTimestamp()))
 * // select current_timestamp
 * }</pre>
 *
 * @param <R> what a row becomes
 */
public non-sealed class Selection<R extends @Nullable Object> extends RowQuery<R> implements Projection<R> {
    private final RowTarget<R> target;
    private final Selectable<?>[] columns;

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

    /** Makes each row one that is asked for its values by name, or by what was selected. */
    public final Selection<NamedRow> asRows() {
        return as(RowTarget.named(List.of(columns)));
    }

    final <V> Selection<V> as(RowTarget<V> newTarget) {
        return new Selection<>(newTarget, columns);
    }

    @Override
    public final Selection<R> inDefiniteOrder() {
        return this;
    }

    @Override
    public final Shape shape() {
        return new Shape(
                Arrays.stream(columns)
                        .map(column -> new Slot(column.label(), column.type(), column.isNullable(source -> false)))
                        .toList(),
                List.of());
    }

    @Override
    public final RowTarget<R> target() {
        return target;
    }

    @Override
    public final List<Selectable<?>> columns() {
        return List.of(columns);
    }

    @Override
    public final int width() {
        return columns.length;
    }

    @Override
    public final Selectable<?> column(int index) {
        return columns[index];
    }

    @Override
    public final boolean isNullable(int index) {
        return columns[index].isNullable(source -> false);
    }

    @Override
    public final List<SortKey> sortKeys() {
        return List.of();
    }

    @Override
    public final @Nullable BoundValue<Long> maxRows() {
        return null;
    }

    @Override
    public final long skippedRows() {
        return 0;
    }

    @Override
    public final void accept(StatementVisitor visitor) {
        visitor.visitSelection(this);
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
