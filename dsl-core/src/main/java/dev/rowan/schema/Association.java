package dev.rowan.schema;

import java.util.List;
import java.util.function.Supplier;

/**
 * A declared connection between two tables. By itself it is an {@link Include} of its records. Compared by identity.
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public abstract sealed class Association<P, C, S extends Table<C>> extends Include<P, C, S> permits ToMany, ToOne {
    private final Table<P> owner;
    private final String name;
    private final Supplier<S> target;

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
