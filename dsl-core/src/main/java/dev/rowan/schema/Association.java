package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.SortKey;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A declared connection between two tables. By itself it is an {@link Include} of its records. Compared by identity.
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public abstract sealed class Association<P, C, S extends Table<C>> extends Include<P, C, S> permits ToMany, ToOne {
    private static final Pattern GENERATED = Pattern.compile("r[0-9]{1,4}");

    private final Table<P> owner;
    private final String name;
    private final Supplier<S> target;
    private final AtomicReference<@Nullable S> related = new AtomicReference<>();

    Association(Table<P> owner, String name, Supplier<S> target) {
        this.owner = owner;
        this.name = name;
        this.target = target;
    }

    /** The table that declares the association. */
    public final Table<P> owner() {
        return owner;
    }

    /** The name, which is that of the record's component. */
    public final String name() {
        return name;
    }

    /** The associated table. */
    public final S target() {
        return target.get();
    }

    /**
     * The associated table under a name of its own within the owner's: what a subquery about the associated rows is of. One and
     * the same for every subquery, so that equal queries are equal.
     */
    final S related() {
        S known = related.get();
        if (known != null) {
            return known;
        }
        S made = Table.alias(target(), aliasWithin(owner));
        return related.compareAndSet(null, made) ? made : Objects.requireNonNull(related.get());
    }

    /** {@code r1}, and {@code r2} within that: short, and other than that of the owner. */
    private static String aliasWithin(Table<?> owner) {
        String alias = owner.tableName().alias();
        return alias != null && GENERATED.matcher(alias).matches()
                ? "r" + (Integer.parseInt(alias.substring(1)) + 1)
                : "r1";
    }

    /** The owner's column whose values are matched. */
    public abstract Column<P, ?> ownerKey();

    /** The target's column whose values are matched. */
    public abstract Column<C, ?> targetKey();

    /** Whether it leads to many records. */
    public abstract boolean isMany();

    @Override
    public final Association<P, C, S> association() {
        return this;
    }

    @Override
    final List<Function<? super S, ? extends Condition>> conditions() {
        return List.of();
    }

    @Override
    public final @Nullable Condition condition() {
        return null;
    }

    @Override
    public final List<SortKey> sortKeys() {
        return List.of();
    }

    @Override
    public final int maxRows() {
        return 0;
    }

    @Override
    public final boolean isRequired() {
        return false;
    }

    @Override
    public final List<Include<C, ?, ?>> nested() {
        return List.of();
    }

    /** The column of a table that a foreign key points at: the one it references, else the table's only key column. */
    @SuppressWarnings("unchecked") // a column of the same table
    static <R> Column<R, ?> pointedAt(Association<?, ?, ?> association, Column<?, ?> foreignKey, Table<R> table) {
        var referenced = foreignKey.references();
        if (referenced.isPresent()) {
            Column<?, ?> wanted = referenced.get();
            return table.columns().stream()
                    .filter(column -> wanted.table().identifier().equals(table.identifier())
                            && column.name().equals(wanted.name()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("expected " + foreignKey + " to reference " + table
                            + " for association " + association + ", but it references " + referenced.get()));
        }
        List<Column<R, ?>> key = table.primaryKeyColumns();
        if (key.size() != 1) {
            throw new IllegalStateException(
                    "expected " + table + " to have a primary key of one column for association " + association
                            + ", got " + key + "; say which column by references(…) on " + foreignKey);
        }
        return key.get(0);
    }

    /** The name, as an error shows it: {@code orders.lineItems}. */
    @Override
    public final String toString() {
        return owner.tableName().name() + "." + name;
    }
}
