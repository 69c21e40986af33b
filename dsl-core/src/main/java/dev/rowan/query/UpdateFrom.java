package dev.rowan.query;

import static dev.rowan.expression.Functions.scalar;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An update that reads another table and does not say yet how its rows belong together, and so is no statement. Immutable.
 *
 * @param <R> the record of the rows that are updated
 * @param <S> the table that is updated
 * @param <B> the table that is read
 */
public final class UpdateFrom<R, S extends Table<R>, B extends Table<?>> {
    private final S table;
    private final List<Assignment> assignments;
    private final B from;

    UpdateFrom(S table, List<Assignment> assignments, B from) {
        this.table = table;
        this.assignments = assignments;
        this.from = requireOther(table, from);
    }

    static <B extends Table<?>> B requireOther(Table<?> written, B read) {
        if (read == written) {
            throw new IllegalArgumentException("expected another table or an alias to read beside " + written
                    + ", got the table that is written; say alias(" + written + ", \"other\")");
        }
        return read;
    }

    /**
     * Updates the rows that a row of the other table belongs to. It is standard SQL, the same on every database: values are set as they
     * are, and what is an expression, even of the updated table alone, is a subquery.
     *
     * <pre>{@code
     * update(PRODUCT).set(PRODUCT.STOCK, DELIVERY.PIECES).from(DELIVERY).where(DELIVERY.PRODUCT_ID.eq(PRODUCT.ID))
     * // update products set stock = (select pieces from deliveries where product_id = products.id)
     * // where exists (select 1 from deliveries where product_id = products.id)
     * }</pre>
     *
     * If several rows belong to one that is updated, an expression fails with {@link dev.rowan.error.QueryException}, except on SQLite,
     * which takes any of them.
     *
     * @throws IllegalArgumentException if the condition says nothing
     */
    public Update<R> where(Condition condition) {
        Guard.of(condition);
        List<Assignment> all = assignments.stream()
                .map(assignment -> assignment.value() instanceof BoundValue<?>
                        ? assignment
                        : new Assignment(assignment.column(), read(assignment.value(), condition)))
                .toList();
        return new Update<>(table, all, isThere(from, condition), Set.of(), null, true);
    }

    /** {@code .where((product, delivery) -> delivery.PRODUCT_ID.eq(product.ID))}, see {@link #where(Condition)}. */
    public Update<R> where(BiFunction<? super S, ? super B, ? extends Condition> condition) {
        return where(condition.apply(table, from));
    }

    static Condition isThere(Table<?> read, Condition condition) {
        return Sql.exists(all(read).where(condition));
    }

    private static <V> Select<V, Table<V>> all(Table<V> read) {
        return Sql.select().from(read);
    }

    private <T extends @Nullable Object> Expression<?> read(Expression<T> value, Condition condition) {
        return scalar(Sql.select(value).from(from).where(condition));
    }
}
