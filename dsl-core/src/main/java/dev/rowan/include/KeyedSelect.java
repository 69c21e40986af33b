package dev.rowan.include;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Functions;
import dev.rowan.expression.InList;
import dev.rowan.expression.RowValue;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Window;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.render.Dialect;
import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;
import dev.rowan.schema.Column;
import dev.rowan.schema.Include;
import dev.rowan.schema.Route;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the associated rows of many keys. */
final class KeyedSelect {
    /** Past this many keys a statement's time grows faster than what one more round trip costs. */
    private static final int LARGEST_CHUNK = 4096;

    private static final String ORDINAL = "rowan_ordinal";

    private final Include<?, ?, ?> include;
    private final Select<?, ?> rows; // without the key
    private final List<? extends Column<?, ?>> key;
    private final int keysPerStatement;

    private KeyedSelect(
            Include<?, ?, ?> include, Select<?, ?> rows, List<? extends Column<?, ?>> key, int keysPerStatement) {
        this.include = include;
        this.rows = rows;
        this.key = key;
        this.keysPerStatement = keysPerStatement;
    }

    /** @param columns those of the select of all rows, the include's condition left out */
    static KeyedSelect of(Include<?, ?, ?> include, ResultColumns columns, Dialect dialect) {
        Route<?> route = include.association().route();
        Select<?, ?> rows = columns.statement().unfiltered(include.unfiltered());
        rows = route.condition() == null ? rows : rows.where(route.condition());
        rows = include.condition() == null ? rows : rows.where(include.condition());
        int most = Integer.highestOneBit(
                Math.max(1, (dialect.maximumBinds() - 1000) / route.key().size()));
        return new KeyedSelect(include, rows, route.key(), Math.min(LARGEST_CHUNK, most));
    }

    int keysPerStatement() {
        return keysPerStatement;
    }

    /** Appends the rows of all keys to a buffer. */
    void fetch(List<Object> keys, GraphReader<?> reader, RowBuffer buffer, Fetcher fetcher) {
        for (int from = 0; from < keys.size(); from += keysPerStatement) {
            int to = Math.min(keys.size(), from + keysPerStatement);
            fetcher.fetch(select(in(keys.subList(from, to))), reader, buffer);
        }
    }

    private Select<?, ?> select(Condition found) {
        Select<?, ?> matching = rows.where(found);
        if (include.maxRows() > 0) {
            return limited(matching);
        }
        return include.association().isMany() ? matching.orderBy(order()) : matching;
    }

    /** The order of one parent's records, which the primary key makes definite. */
    private List<SortKey> order() {
        List<SortKey> keys = new ArrayList<>(include.sortKeys());
        Table<?> target = rows.table();
        target.primaryKeyColumns().forEach(column -> keys.add(column.asc()));
        return keys;
    }

    /** Numbers the records of each parent, and takes the first. */
    private Select<?, ?> limited(Select<?, ?> matching) {
        Window window = Window.partitionBy(key.toArray(Expression<?>[]::new));
        var ordinal = Functions.rowNumber()
                .over(window.orderBy(order().toArray(SortKey[]::new)))
                .as(ORDINAL);
        List<Selectable<?>> columns = new ArrayList<>();
        for (int i = 0;
                i < matching.width();
                i++) { // with names of their own, for joined tables have columns of the same
            Selectable<?> column = matching.column(i);
            columns.add(column.expression().as("c" + (i + 1)));
        }
        columns.add(ordinal);
        var numbered = Sql.derived(matching.selecting(columns), "numbered");
        var number = numbered.get(ordinal);
        return Sql.select(numbered.columns().subList(0, columns.size() - 1))
                .asRows()
                .from(numbered)
                .where(number.le(include.maxRows()))
                .orderBy(number.asc());
    }

    private Condition in(List<Object> keys) {
        if (key.size() == 1) {
            SqlType<?> type = key.get(0).type();
            return new InList<>(key.get(0), padded(keys, value -> bound(type, value)), false);
        }
        return new InList<>(new RowValue<>(List.copyOf(key)), padded(keys, this::rowValue), false);
    }

    private RowValue<?> rowValue(Object one) {
        List<Expression<?>> parts = new ArrayList<>(key.size());
        for (int i = 0; i < key.size(); i++) {
            parts.add(bound(key.get(i).type(), ((List<?>) one).get(i)));
        }
        return new RowValue<>(parts);
    }

    @SuppressWarnings("unchecked") // the keys were read from a column of the same Java type
    private static <T> BoundValue<T> bound(SqlType<T> type, @Nullable Object value) {
        return new BoundValue<>(type, (T) value);
    }

    /** Repeats the last value up to a power of two, so that few texts serve all numbers of keys. */
    private static <V> List<V> padded(List<Object> keys, Function<Object, V> value) {
        int size = keys.size() == 1 ? 1 : Integer.highestOneBit(keys.size() - 1) * 2;
        List<V> padded = new ArrayList<>(size);
        for (Object one : keys) {
            padded.add(value.apply(one));
        }
        while (padded.size() < size) {
            padded.add(padded.get(keys.size() - 1));
        }
        return padded;
    }
}
