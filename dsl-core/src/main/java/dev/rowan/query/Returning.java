package dev.rowan.query;

import dev.rowan.expression.Selectable;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An insert, an update or a delete that yields the rows it writes: as they are afterwards, or, deleted, as they were. Their
 * order is the database's. Where the database does not return rows that it writes, they are selected by their primary keys, in the
 * same transaction; then there is no one SQL for {@code render}, which refuses it. Immutable.
 *
 * <pre>{@code
 * long id = db.fetchOne(insertInto(USER).row(user).returning(USER.ID))
 * // insert into users (name, email) values (?, ?) returning id
 * }</pre>
 *
 * Fetched through a database, it is undone if its rows cannot be read, or are more than were asked for; within a transaction,
 * that is the transaction's to decide.
 *
 * @param <R> what a row becomes
 */
public final class Returning<R extends @Nullable Object> extends SqlQuery<R> {
    private final RowWrite<?> write;
    private final Selection<R> selection;

    Returning(RowWrite<?> write, Selection<R> selection) {
        this.write = write;
        this.selection = selection;
    }

    /** What writes the rows. */
    public RowWrite<?> write() {
        return write;
    }

    /** What is returned of each row. */
    public Selection<R> selection() {
        return selection;
    }

    /** The same of another write of the same table. */
    public Returning<R> of(RowWrite<?> other) {
        return other == write ? this : new Returning<>(other, selection);
    }

    /** What a row is made of, the associations of the table, not loaded, if its own record is returned. */
    @Override
    public Shape shape() {
        Table<?> table = write.table();
        boolean whole = target().equals(RowTarget.record(table.rowType()));
        return new Shape(selection.shape().slots(), whole ? Shapes.associations(table, List.of()) : List.of());
    }

    @Override
    public RowTarget<R> target() {
        return selection.target();
    }

    @Override
    public int width() {
        return selection.width();
    }

    @Override
    public Selectable<?> column(int index) {
        return selection.column(index);
    }

    @Override
    public boolean isNullable(int index) {
        return selection.isNullable(index);
    }

    @Override
    public List<Selectable<?>> columns() {
        return selection.columns();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitReturning(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Returning<?> that && write.equals(that.write) && selection.equals(that.selection);
    }

    @Override
    public int hashCode() {
        return Objects.hash(write, selection);
    }
}
