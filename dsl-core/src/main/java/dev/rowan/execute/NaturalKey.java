package dev.rowan.execute;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.query.Insert;
import dev.rowan.query.KeyValues;
import dev.rowan.query.Select;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** A unique key by whose values rows that were inserted are found again. Immutable. */
final class NaturalKey<R> {
    private final StatementRunner runner;
    private final List<Column<R, ?>> columns;
    private final String key; // as an error shows it

    NaturalKey(StatementRunner runner, UniqueKey<R> key) {
        this(runner, key.columns(), key.toString());
    }

    NaturalKey(StatementRunner runner, List<Column<R, ?>> columns, String key) {
        this.runner = runner;
        this.columns = columns;
        this.key = key;
    }

    List<Column<R, ?>> columns() {
        return columns;
    }

    /** Whether an insert sets all columns of the key to values, by which its rows can be found again. */
    boolean isKnownIn(Insert<R, ?> insert) {
        List<Column<R, ?>> set = insert.columns();
        for (Column<R, ?> column : columns()) {
            int place = set.indexOf(column);
            if (place < 0
                    || insert.values().stream()
                            .anyMatch(
                                    row -> !(row.get(place) instanceof BoundValue<?> bound) || bound.value() == null)) {
                return false;
            }
        }
        return true;
    }

    /** Where the values of the key stand in the rows of an insert. */
    int[] placesIn(Insert<R, ?> insert) {
        List<Column<R, ?>> set = insert.columns();
        int[] places = new int[columns().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = set.indexOf(columns().get(i));
            if (places[i] < 0) {
                throw new InvalidQueryException("expected an insert that sets all columns of " + key
                        + ", by which its rows are found again, got one without "
                        + columns().get(i) + "; it sets " + set);
            }
        }
        return places;
    }

    KeyValues valuesOf(List<Expression<?>> row, int[] places, int index) {
        List<@Nullable Object> values = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            values.add(UpsertRun.known(row.get(places[i]), columns().get(i)));
        }
        KeyValues all = KeyValues.of(values);
        if (all.hasNull()) {
            throw new InvalidQueryException("expected values for " + key
                    + ", by which rows are found again, got NULL at index " + index + ", which equals no other");
        }
        return all;
    }

    /** How many keys one statement may look for. */
    int mostKeys() {
        return columns().size() == 1 ? 500 : 100;
    }

    Condition is(List<Expression<?>> row, int[] places) {
        Condition all = null;
        for (int i = 0; i < places.length; i++) {
            Condition one = equal(columns().get(i), row.get(places[i]));
            all = all == null ? one : all.and(one);
        }
        return Objects.requireNonNull(all);
    }

    Condition isOneOf(List<List<Expression<?>>> rows, int[] places) {
        if (places.length == 1) {
            return in(columns().get(0), rows, places[0]);
        }
        Condition any = is(rows.get(0), places);
        for (List<Expression<?>> row : rows.subList(1, rows.size())) {
            any = any.or(is(row, places));
        }
        return any;
    }

    @SuppressWarnings("unchecked") // the value is one of the column
    private static <T extends @Nullable Object> Condition equal(Column<?, T> column, Expression<?> value) {
        return column.eq((@NonNull T) Objects.requireNonNull(UpsertRun.known(value, column)));
    }

    @SuppressWarnings("unchecked") // the values are those of the column
    private static <T extends @Nullable Object> Condition in(
            Column<?, T> column, List<List<Expression<?>>> rows, int place) {
        List<@NonNull T> values = new ArrayList<>(rows.size());
        for (List<Expression<?>> row : rows) {
            values.add((@NonNull T) Objects.requireNonNull(UpsertRun.known(row.get(place), column)));
        }
        return column.in(values);
    }

    /** Locks the rows where the database can, which is also how one sees what others have committed in between. */
    <V> Select<V, ? extends Table<R>> locked(Select<V, ? extends Table<R>> select, boolean toUpdate) {
        boolean share = runner.dialect().support(Feature.FOR_SHARE) != Support.REFUSED;
        if (share && !toUpdate) {
            return select.forShare();
        }
        return runner.dialect().support(Feature.FOR_UPDATE) == Support.REFUSED ? select : select.forUpdate();
    }
}
