package dev.rowan.schema;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Rows of another table that point at this one, declared by {@code hasMany}.
 *
 * @param <P> the record that has the association
 * @param <C> the associated record
 * @param <S> the associated table
 */
public final class ToMany<P, C, S extends Table<C>> extends Association<P, C, S> {
    private final Function<? super S, ? extends Column<C, ?>> foreignKey;

    ToMany(Table<P> owner, String name, Supplier<S> target, Function<? super S, ? extends Column<C, ?>> foreignKey) {
        super(owner, name, target);
        this.foreignKey = foreignKey;
    }

    @Override
    public Column<P, ?> ownerKey() {
        return pointedAt(this, targetKey(), owner());
    }

    @Override
    public Column<C, ?> targetKey() {
        return foreignKey.apply(target());
    }

    @Override
    public boolean isMany() {
        return true;
    }
}
