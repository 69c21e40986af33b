package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.RawText;
import dev.rowan.expression.Selectable;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import dev.rowan.type.SqlType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query that was written by hand. Immutable.
 *
 * <pre>{@code
 * query("select id, name from users where email = :email", select(USER.ID, USER.NAME)).bind("email", email)
 * }</pre>
 *
 * Parameters are {@code :name}, and only binds; the tokenizer knows strings, quoted names, comments, dollar quotes, casts by
 * {@code ::}, and {@code ?} as an operator. The selection says what the columns are, by position, and what the rows become.
 *
 * @param <R> what a row becomes
 */
public final class RawQuery<R extends @Nullable Object> extends SqlQuery<R> {
    private final Selection<R> rows;
    private final Bindings bindings;

    RawQuery(Selection<R> rows, Bindings bindings) {
        this.rows = rows;
        this.bindings = bindings;
    }

    /** Gives a parameter its value; null is SQL NULL. */
    public <T> RawQuery<R> bind(String parameter, SqlType<T> type, @Nullable T value) {
        return new RawQuery<>(rows, bindings.with(parameter, type, value));
    }

    /** {@code .bind("email", "ann@example.org")} gives a parameter a text. */
    public RawQuery<R> bind(String parameter, String value) {
        return new RawQuery<>(rows, bindings.withValue(parameter, SqlType.TEXT, value));
    }

    /** {@code .bind("id", 42)} gives a parameter a whole number. */
    public RawQuery<R> bind(String parameter, long value) {
        return new RawQuery<>(rows, bindings.withValue(parameter, SqlType.BIGINT, value));
    }

    /**
     * {@code .bindAll("ids", SqlType.BIGINT, List.of(1L, 2L))} gives a parameter, as in {@code id in (:ids)}, a list.
     *
     * @throws IllegalArgumentException if the list is empty, for {@code in ()} is no SQL, or holds null
     */
    public <T> RawQuery<R> bindAll(String parameter, SqlType<T> type, Collection<? extends T> values) {
        return new RawQuery<>(rows, bindings.withAll(parameter, type, values));
    }

    /** The text. */
    public RawText text() {
        return bindings.text();
    }

    /** The values of a parameter, several for a list. */
    public List<BoundValue<?>> values(String parameter) {
        return bindings.get(parameter);
    }

    @Override
    public Shape shape() {
        return rows.shape();
    }

    @Override
    public RowTarget<R> target() {
        return rows.target();
    }

    @Override
    public int width() {
        return rows.width();
    }

    @Override
    public Selectable<?> column(int index) {
        return rows.column(index);
    }

    @Override
    public boolean isNullable(int index) {
        return rows.isNullable(index);
    }

    @Override
    public List<Selectable<?>> columns() {
        return rows.columns();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitRawQuery(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawQuery<?> that && rows.equals(that.rows) && bindings.equals(that.bindings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, bindings);
    }
}
