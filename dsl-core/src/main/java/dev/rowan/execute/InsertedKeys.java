package dev.rowan.execute;

import dev.rowan.error.RowanException;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Selectable;
import dev.rowan.query.Insert;
import dev.rowan.query.KeyValues;
import dev.rowan.query.Returning;
import dev.rowan.query.Sql;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.Feature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Support;
import dev.rowan.row.NamedRow;
import dev.rowan.schema.Column;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows and collects the keys that they get, in their order: from the records, where they hold the key; by a unique key that
 * the records hold, which tells whose a generated key is; or else row by row. For one transaction, on one thread.
 */
final class InsertedKeys<R, K> {
    private final StatementRunner runner;
    private final Connection connection;
    private final Column<R, K> key;
    private final @Nullable NaturalKey<R> natural;
    private final List<K> collected = new ArrayList<>();

    InsertedKeys(StatementRunner runner, Connection connection, Column<R, K> key) {
        this.runner = runner;
        this.connection = connection;
        this.key = key;
        this.natural = key.table().uniqueKeys().stream()
                .filter(unique -> unique.columns().stream().noneMatch(c -> c.isIdentity() || c.isNullable()))
                .findFirst()
                .map(unique -> new NaturalKey<R>(runner, unique))
                .orElse(null);
    }

    /** The keys of all rows so far. */
    List<K> collected() {
        return collected;
    }

    /** Inserts rows; keys are collected only if all of them are inserted. */
    void insert(Insert<R, ?> prepared, RenderedSql sql) {
        if (!key.isIdentity()) {
            runner.execute(connection, sql);
            addOwn(prepared);
        } else if (natural != null && natural.isKnownIn(prepared)) {
            addNatural(prepared, sql, natural);
        } else {
            List<K> keys = new ArrayList<>(prepared.rowCount());
            for (int i = 0; i < prepared.rowCount(); i++) {
                keys.add(insertOne(prepared.ofRows(List.of(i))));
            }
            collected.addAll(keys);
        }
    }

    @SuppressWarnings("unchecked") // the value is one of the key's column
    private void addOwn(Insert<R, ?> insert) {
        int place = insert.columns().indexOf(key);
        for (List<Expression<?>> row : insert.values()) {
            collected.add((K) Objects.requireNonNull(UpsertRun.known(row.get(place), key)));
        }
    }

    private K insertOne(Insert<R, ?> insert) {
        if (!runner.dialect().returnsRows(insert)) {
            return runner.executeForKey(connection, runner.rendered(insert), key);
        }
        Returning<K> returning = insert.returning(key);
        return runner.fetch(connection, runner.plan(returning)).get(0);
    }

    @SuppressWarnings("unchecked") // the key's column was selected after those of the natural key
    private void addNatural(Insert<R, ?> prepared, RenderedSql sql, NaturalKey<R> by) {
        List<List<Expression<?>>> rows = prepared.values();
        int[] places = by.placesIn(prepared);
        List<Selectable<?>> columns = new ArrayList<>(by.columns());
        columns.add(key);
        Map<KeyValues, K> keys = new HashMap<>();
        for (NamedRow row : written(prepared, sql, by, rows, places, columns)) {
            int count = by.columns().size();
            keys.put(
                    KeyValues.of(IntStream.range(0, count)
                            .<@Nullable Object>mapToObj(row::value)
                            .toList()),
                    (K) Objects.requireNonNull(row.value(count)));
        }
        for (int i = 0; i < rows.size(); i++) {
            K found = keys.get(by.valuesOf(rows.get(i), places, i));
            if (found == null || keys.size() != rows.size()) {
                throw new RowanException("expected the key of each of " + rows.size() + " rows that were inserted into "
                        + key.table() + ", got " + keys.size()
                        + "; a trigger, or a collation that is not binary, changes"
                        + " the unique key by which they are told apart");
            }
            collected.add(found);
        }
    }

    private List<NamedRow> written(
            Insert<R, ?> insert,
            RenderedSql sql,
            NaturalKey<R> by,
            List<List<Expression<?>>> rows,
            int[] places,
            List<Selectable<?>> columns) {
        if (runner.dialect().support(Feature.RETURNING_OF_INSERT) == Support.NATIVE) {
            SqlQuery<NamedRow> returning = insert.returning(Sql.select(columns).asRows());
            return runner.fetch(connection, runner.plan(returning));
        }
        runner.execute(connection, sql);
        List<NamedRow> found = new ArrayList<>(rows.size());
        int most = by.mostKeys();
        for (int from = 0; from < rows.size(); from += most) {
            List<List<Expression<?>>> chunk = rows.subList(from, Math.min(rows.size(), from + most));
            var select = Sql.select(columns)
                    .asRows()
                    .from(key.table())
                    .where(by.isOneOf(chunk, places))
                    .unfiltered(key.table().concealing());
            found.addAll(runner.fetch(connection, runner.plan(select)));
        }
        return found;
    }
}
