package dev.rowan.schema;

import java.util.function.Supplier;

/**
 * The row of another table that this one points at, declared by {@code belongsTo}.
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public final class ToOne<P, C, S extends Table<C>> extends Association<P, C, S> {
    private final Column<P, ?> foreignKey;

    ToOne(Table<P> owner, String name, Column<P, ?> foreignKey, Supplier<S> target) {
        super(owner, name, target);
        this.foreignKey = foreignKey;
    }

    @Override
    public Column<P, ?> ownerKey() {
        return foreignKey;
    }

    @Override
    public Column<C, ?> targetKey() {
        return pointedAt(this, foreignKey, target());
    }

    @Override
    public boolean isMany() {
        return false;
    }
}
