package dev.rowan.query;

import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An insert that does not say yet what becomes of a row whose key is there already, and so is no statement. Immutable.
 *
 * @param <R> the record of the table's rows
 * @param <S> the table
 */
public final class OnConflict<R, S extends Table<R>> {
    private final Insert<R, S> insert;
    private final @Nullable UniqueKey<R> key;

    OnConflict(Insert<R, S> insert, @Nullable UniqueKey<R> key) {
        this.insert = insert;
        this.key = key;
    }

    /** Leaves the row that is there as it is: {@code on conflict (email) do nothing}. */
    public Insert<R, S> doNothing() {
        return insert.with(new Conflict<>(key, false, List.of(), null));
    }

    /** Updates the row that is there by what {@code set} says next: {@code .doUpdate().set(USER.VISITS, USER.VISITS.plus(1))}. */
    public Insert<R, S> doUpdate() {
        return insert.with(new Conflict<>(key, true, List.of(), null));
    }

    /**
     * Sets columns of the row that is there to what was to be inserted: {@code .doUpdate(USER.NAME)} is {@code on conflict (email) do
     * update set name = excluded.name}. What {@code set} says next is set too, or in place of it.
     *
     * @throws IllegalArgumentException if a column is one of the key, or of another table
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Insert<R, S> doUpdate(Column<R, ?> first, Column<R, ?>... rest) {
        List<Column<R, ?>> columns = new ArrayList<>(List.of(first));
        columns.addAll(List.of(rest));
        Insert<R, S> updating = doUpdate();
        for (Column<R, ?> column : columns) {
            updating = updating.setExcluded(column);
        }
        return updating;
    }

    /**
     * {@code .doUpdate(u -> u.NAME)} is {@code on conflict (email) do update set name = excluded.name}.
     *
     * @throws IllegalArgumentException if a column is one of the key, or of another table
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Insert<R, S> doUpdate(
            Function<? super S, ? extends Column<R, ?>> first, Function<? super S, ? extends Column<R, ?>>... rest) {
        Insert<R, S> updating = doUpdate().setExcluded(first.apply(insert.table()));
        for (Function<? super S, ? extends Column<R, ?>> column : rest) {
            updating = updating.setExcluded(column.apply(insert.table()));
        }
        return updating;
    }
}
