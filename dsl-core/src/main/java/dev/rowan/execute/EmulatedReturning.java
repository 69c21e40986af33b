package dev.rowan.execute;

import dev.rowan.error.RowanException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.query.Delete;
import dev.rowan.query.Insert;
import dev.rowan.query.KeyValues;
import dev.rowan.query.Returning;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Select;
import dev.rowan.query.Selection;
import dev.rowan.query.Sql;
import dev.rowan.query.Update;
import dev.rowan.render.Feature;
import dev.rowan.row.NamedRow;
import dev.rowan.schema.Column;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows and selects them by their primary keys, where a database does not return what it writes. Within one transaction, in which
 * the rows are locked. Immutable.
 *
 * @param <W> the record of the table's rows
 * @param <R> what a row becomes
 */
final class EmulatedReturning<W, R> {
    private final StatementRunner runner;
    private final RowWrite<W> write;
    private final Selection<R> selection;
    private final Table<W> table;
    private final List<Column<W, ?>> key;
    private final NaturalKey<W> rows;
    private final int[] places; // of the key in a row that consists of it

    private EmulatedReturning(StatementRunner runner, RowWrite<W> write, Selection<R> selection) {
        this.runner = runner;
        this.write = write;
        this.selection = selection;
        this.table = write.table();
        this.key = table.primaryKeyColumns();
        this.rows = new NaturalKey<>(runner, key, "the primary key of " + table);
        this.places = IntStream.range(0, key.size()).toArray();
    }

    /** Plans a prepared statement, and refuses what has no keys to go by. */
    static <R> EmulatedReturning<?, R> of(StatementRunner runner, Returning<R> returning) {
        EmulatedReturning<?, R> plan = of(runner, returning.write(), returning.selection());
        plan.requireKeys();
        runner.dialect().requireReturnable(returning);
        return plan;
    }

    private static <W, R> EmulatedReturning<W, R> of(
            StatementRunner runner, RowWrite<W> write, Selection<R> selection) {
        return new EmulatedReturning<>(runner, write, selection);
    }

    private void requireKeys() {
        if (key.isEmpty()) {
            throw refusal(" of " + table + ", which has no primary key", "declare one by primaryKey()");
        } else if (write instanceof Update<W> update) {
            if (update.assignments().stream()
                    .anyMatch(assignment -> assignment.column().isPrimaryKey())) {
                throw refusal(" that sets the primary key, by which the rows are found", "use two statements");
            }
        } else if (write instanceof Insert<W, ?> insert) {
            if (insert.conflict() != null) {
                runner.dialect().require(Feature.RETURNING_OF_UPSERT);
            }
            if (!rows.isKnownIn(insert) && !isGenerated(insert)) {
                throw refusal(
                        " whose primary key is neither set to values nor one generated column",
                        "compute the key in Java");
            }
        } else if (!(write instanceof Delete)) {
            throw refusal(" from a query", "fetch the rows of the query, and insert them as records");
        }
    }

    private boolean isGenerated(Insert<W, ?> insert) {
        return key.size() == 1 && key.get(0).isIdentity() && !insert.columns().contains(key.get(0));
    }

    private UnsupportedFeatureException refusal(String ofWhat, String alternative) {
        Feature feature = write instanceof Update
                ? Feature.RETURNING_OF_UPDATE
                : write instanceof Delete ? Feature.RETURNING_OF_DELETE : Feature.RETURNING_OF_INSERT;
        return new UnsupportedFeatureException(
                feature.words() + ofWhat, runner.dialect().toString(), alternative);
    }

    /** What is sent, in words for people. */
    String describe() {
        String how = write instanceof Insert
                ? "the rows are inserted, and selected by their keys"
                : write instanceof Update
                        ? "the keys are selected for update, the rows of these keys updated, and then selected"
                        : "the keys are selected for update, the rows of these keys selected, and then deleted";
        return runner.dialect() + " does not return what this writes: " + how + ", in one transaction";
    }

    /** Writes, and answers the rows; those of an insert in its order. */
    List<R> run(Connection connection) {
        if (write instanceof Insert<W, ?> insert) {
            return insert(connection, insert);
        }
        List<List<Expression<?>>> keys = keys(connection);
        if (write instanceof Update<W> update) {
            chunks(keys).forEach(part -> runner.execute(connection, runner.rendered(update.ofRows(found(part)))));
            return select(connection, keys);
        }
        Delete<W> delete = (Delete<W>) write;
        List<R> before = select(connection, keys);
        chunks(keys).forEach(part -> runner.execute(connection, runner.rendered(delete.ofRows(found(part)))));
        return before;
    }

    /** The keys of the rows that are to be written, which are locked. */
    private List<List<Expression<?>>> keys(Connection connection) {
        Condition condition = write instanceof Update<W> update ? update.condition() : ((Delete<W>) write).condition();
        Set<String> unfiltered =
                write instanceof Update<W> update ? update.unfiltered() : ((Delete<W>) write).unfiltered();
        Select<NamedRow, Table<W>> all =
                Sql.select(selected()).asRows().from(table).unfiltered(unfiltered);
        Select<NamedRow, ? extends Table<W>> some = condition == null ? all : all.where(condition);
        List<List<Expression<?>>> keys = new ArrayList<>();
        for (NamedRow row : runner.fetch(connection, runner.plan(rows.locked(some, true)))) {
            List<Expression<?>> values = new ArrayList<>(key.size());
            for (int place : places) {
                values.add(bound(key.get(place).type(), row.value(place)));
            }
            keys.add(values);
        }
        return keys;
    }

    private List<Selectable<?>> selected() {
        return new ArrayList<>(key);
    }

    @SuppressWarnings("unchecked") // the value was read from the column
    private static <T> BoundValue<T> bound(SqlType<T> type, @Nullable Object value) {
        return new BoundValue<>(type, (T) Objects.requireNonNull(value));
    }

    private List<List<List<Expression<?>>>> chunks(List<List<Expression<?>>> keys) {
        List<List<List<Expression<?>>>> chunks = new ArrayList<>();
        int most = rows.mostKeys();
        for (int from = 0; from < keys.size(); from += most) {
            chunks.add(keys.subList(from, Math.min(keys.size(), from + most)));
        }
        return chunks;
    }

    private Condition found(List<List<Expression<?>>> keys) {
        return rows.isOneOf(keys, places);
    }

    private List<R> select(Connection connection, List<List<Expression<?>>> keys) {
        List<R> all = new ArrayList<>(keys.size());
        for (List<List<Expression<?>>> part : chunks(keys)) {
            all.addAll(runner.fetch(connection, runner.plan(ofKeys(selection, part))));
        }
        return all;
    }

    /** The rows of some keys, sorted by them. */
    private <V> Select<V, Table<W>> ofKeys(Selection<V> columns, List<List<Expression<?>>> keys) {
        Set<String> filters = table.filters().stream().map(DefaultFilter::name).collect(Collectors.toSet());
        List<SortKey> order = key.stream().<SortKey>map(Column::asc).toList();
        return columns.from(table).where(found(keys)).unfiltered(filters).orderBy(order);
    }

    private List<R> insert(Connection connection, Insert<W, ?> insert) {
        List<List<Expression<?>>> keys = rows.isKnownIn(insert)
                ? insertKnown(connection, insert)
                : insertGenerated(connection, insert, key.get(0));
        Map<KeyValues, R> byKey = new HashMap<>();
        for (List<List<Expression<?>>> part : chunks(keys)) {
            List<R> found = runner.fetch(connection, runner.plan(ofKeys(selection, part)));
            // no one else writes rows that were inserted just now, so both come in the same order
            List<NamedRow> itsKeys = runner.fetch(
                    connection, runner.plan(ofKeys(Sql.select(selected()).asRows(), part)));
            for (int i = 0; i < Math.min(found.size(), itsKeys.size()); i++) {
                NamedRow row = itsKeys.get(i);
                byKey.put(
                        KeyValues.of(IntStream.of(places)
                                .<@Nullable Object>mapToObj(row::value)
                                .toList()),
                        found.get(i));
            }
        }
        List<R> inOrder = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            KeyValues values = rows.valuesOf(keys.get(i), places, i);
            if (!byKey.containsKey(values)) {
                throw new RowanException("expected to find the " + keys.size() + " rows again that were inserted into "
                        + table + " by their keys, got " + byKey.size()
                        + "; a trigger, or a collation that is not binary, changes"
                        + " the key");
            }
            inOrder.add(byKey.get(values));
        }
        return inOrder;
    }

    private List<List<Expression<?>>> insertKnown(Connection connection, Insert<W, ?> insert) {
        int[] inInsert = rows.placesIn(insert);
        runner.execute(connection, runner.rendered(insert));
        List<List<Expression<?>>> keys = new ArrayList<>(insert.rowCount());
        for (List<Expression<?>> row : insert.values()) {
            keys.add(IntStream.of(inInsert).<Expression<?>>mapToObj(row::get).toList());
        }
        return keys;
    }

    private <K> List<List<Expression<?>>> insertGenerated(
            Connection connection, Insert<W, ?> insert, Column<W, K> generated) {
        InsertedKeys<W, K> keys = new InsertedKeys<>(runner, connection, generated);
        keys.insert(insert, runner.rendered(insert));
        return keys.collected().stream()
                .map(value -> List.<Expression<?>>of(bound(generated.type(), value)))
                .toList();
    }
}
