package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.Setting;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled query with the values for one run, for {@code db.fetch(…)} and its kin: {@code ORDERS_OF.with(42L)}. Immutable.
 *
 * @param <R> what a row becomes
 */
public final class BoundQuery<R extends @Nullable Object> extends SqlQuery<R> {
    private final RowQuery<R> query;
    private final Map<Setting<?>, Integer> parameters; // to the places of their values
    private final BoundValue<?>[] values;

    BoundQuery(RowQuery<R> query, Map<Setting<?>, Integer> parameters, BoundValue<?>[] values) {
        this.query = query;
        this.parameters = parameters;
        this.values = values;
    }

    /** The query, which is the same whatever its values are. */
    public RowQuery<R> query() {
        return query;
    }

    /** The value of a parameter, or null if the setting is none. */
    public @Nullable BoundValue<?> valueOf(Setting<?> setting) {
        Integer place = parameters.get(setting);
        return place == null ? null : values[place];
    }

    @Override
    public Shape shape() {
        return query.shape();
    }

    @Override
    public RowTarget<R> target() {
        return query.target();
    }

    @Override
    public int width() {
        return query.width();
    }

    @Override
    public Selectable<?> column(int index) {
        return query.column(index);
    }

    @Override
    public boolean isNullable(int index) {
        return query.isNullable(index);
    }

    @Override
    public List<Selectable<?>> columns() {
        return query.columns();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        query.accept(visitor);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BoundQuery<?> that && query.equals(that.query) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * query.hashCode() + Arrays.hashCode(values);
    }
}
