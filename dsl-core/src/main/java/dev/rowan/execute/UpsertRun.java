package dev.rowan.execute;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.QueryException;
import dev.rowan.error.RowanException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Selectable;
import dev.rowan.query.Conflict;
import dev.rowan.query.Insert;
import dev.rowan.query.KeyValues;
import dev.rowan.query.Sql;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.UpsertOutcomes;
import dev.rowan.row.NamedRow;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.schema.UniqueKey;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of an insert on conflict, and tells of each what became of it. Rows are found again by the values of the key whose
 * conflicts are handled, never by their place in a result. For one transaction, on one thread.
 *
 * @param <R> the record of the table's rows
 * @param <K> the Java type of the key that is told
 */
final class UpsertRun<R, K> {
    private static final int ATTEMPTS = 5;
    private static final int MOST_ROWS = 500;

    private final StatementRunner runner;
    private final Connection connection;
    private final Insert<R, ?> insert;
    private final Conflict<R> conflict;
    private final NaturalKey<R> natural;
    private final Column<R, K> key;
    private final List<List<Expression<?>>> rows;
    private final List<KeyValues> values = new ArrayList<>();
    private final Upserted.Outcome[] outcomes;
    private final Map<KeyValues, K> keys = new HashMap<>();

    private UpsertRun(StatementRunner runner, Connection connection, Insert<R, ?> insert, Column<R, K> key) {
        this.runner = runner;
        this.connection = connection;
        this.insert = insert;
        this.conflict = requireConflict(insert);
        this.natural = new NaturalKey<>(runner, Objects.requireNonNull(conflict.key()));
        this.key = key;
        this.rows = insert.values();
        int[] places = natural.placesIn(insert);
        for (int i = 0; i < rows.size(); i++) {
            values.add(natural.valuesOf(rows.get(i), places, i));
        }
        this.outcomes = new Upserted.Outcome[rows.size()];
    }

    private static <R> Conflict<R> requireConflict(Insert<R, ?> insert) {
        Conflict<R> conflict = insert.conflict();
        if (conflict == null || conflict.key() == null) {
            throw new InvalidQueryException("expected an insert that says onConflict(key) of a key of " + insert.table()
                    + ", by which its rows are found again, got one "
                    + (conflict == null ? "without it" : "with onConflictOfAnyKey()"));
        }
        return conflict;
    }

    /** Refuses, before anything is sent, what cannot be told of or cannot be run. */
    static <R> void check(StatementRunner runner, Insert<R, ?> insert) {
        Conflict<R> conflict = requireConflict(insert);
        NaturalKey<R> natural = new NaturalKey<>(runner, Objects.requireNonNull(conflict.key()));
        int[] places = natural.placesIn(insert);
        List<List<Expression<?>>> rows = insert.values();
        for (int i = 0; i < rows.size(); i++) {
            natural.valuesOf(rows.get(i), places, i);
        }
        UpsertOutcomes told = runner.dialect().upsertOutcomes();
        boolean insertsFirst = told == UpsertOutcomes.BY_FAILURE || told == UpsertOutcomes.BY_COUNT;
        if (conflict.updates() || !insertsFirst) {
            runner.rendered(insert.ofRows(List.of(0)));
        }
    }

    /** What does the work. */
    static <R, K> UpsertRun<R, K> of(
            StatementRunner runner, Connection connection, Insert<R, ?> insert, Column<R, K> key) {
        return new UpsertRun<>(runner, connection, insert, key);
    }

    /** Writes, and answers for each row in the order of the insert. */
    List<Upserted<K>> run() {
        rounds().forEach(this::write);
        for (int attempt = 1; !findKeys().isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new RowanException("expected to find the rows again by " + conflict.key()
                        + ", by which they were written, got no row for "
                        + findKeys().size() + " of " + rows.size()
                        + "; a trigger, or a collation that is not binary, changes what the key holds");
            }
            write(findKeys()); // somebody has deleted them in between
        }
        List<Upserted<K>> all = new ArrayList<>(rows.size());
        for (int i = 0; i < outcomes.length; i++) {
            all.add(new Upserted<>(Objects.requireNonNull(keys.get(values.get(i))), outcomes[i]));
        }
        return all;
    }

    /** Rows of the same key follow one another, so that the later ones see the earlier. */
    private List<List<Integer>> rounds() {
        Map<KeyValues, Integer> seen = new HashMap<>();
        List<List<Integer>> rounds = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int round = seen.merge(values.get(i), 1, Integer::sum);
            if (rounds.size() < round) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round - 1).add(i);
        }
        return rounds;
    }

    private void write(List<Integer> round) {
        UpsertOutcomes told = runner.dialect().upsertOutcomes();
        if (told == UpsertOutcomes.BY_FAILURE || told == UpsertOutcomes.BY_COUNT) {
            round.forEach(row -> outcomes[row] = writeOne(row, told));
            return;
        }
        int binds = Math.max(1, rows.get(0).size());
        int most = Math.max(1, Math.min(MOST_ROWS, runner.dialect().maximumBinds() / binds - 1));
        for (int from = 0; from < round.size(); from += most) {
            List<Integer> chunk = round.subList(from, Math.min(round.size(), from + most));
            if (told == UpsertOutcomes.RETURNED) {
                writeAndRead(chunk);
            } else {
                runner.execute(connection, runner.rendered(part(chunk)));
                chunk.forEach(row -> outcomes[row] = Upserted.Outcome.UNKNOWN);
            }
        }
    }

    private Insert<R, ?> part(List<Integer> chunk) {
        return insert.ofRows(chunk);
    }

    private void writeAndRead(List<Integer> chunk) {
        Expression<Boolean> mark = Objects.requireNonNull(runner.dialect().insertedMark());
        List<Selectable<?>> columns = new ArrayList<>(natural.columns());
        columns.add(key);
        columns.add(mark);
        Map<KeyValues, Boolean> inserted = new HashMap<>();
        SqlQuery<NamedRow> write = part(chunk).returning(Sql.select(columns).asRows());
        for (NamedRow row : runner.fetch(connection, runner.plan(write))) {
            inserted.put(remember(row), Boolean.TRUE.equals(row.value(row.size() - 1)));
        }
        for (int row : chunk) {
            Boolean isNew = inserted.get(values.get(row));
            outcomes[row] = isNew == null
                    ? Upserted.Outcome.UNCHANGED
                    : isNew ? Upserted.Outcome.INSERTED : Upserted.Outcome.UPDATED;
        }
    }

    @SuppressWarnings("unchecked") // the key's column was selected after those of the natural key
    private KeyValues remember(NamedRow row) {
        int count = natural.columns().size();
        KeyValues found = KeyValues.of(
                IntStream.range(0, count).<@Nullable Object>mapToObj(row::value).toList());
        keys.put(found, (K) Objects.requireNonNull(row.value(count)));
        return found;
    }

    private Upserted.Outcome writeOne(int row, UpsertOutcomes told) {
        Insert<R, ?> one = part(List.of(row));
        if (told == UpsertOutcomes.BY_COUNT && conflict.updates()) {
            // to insert first would lock the row that is there for readers, and two that then update it wait for each
            // other
            long count = runner.execute(connection, runner.rendered(one));
            return count == 2
                    ? Upserted.Outcome.UPDATED
                    : count == 0 ? Upserted.Outcome.UNCHANGED : Upserted.Outcome.UNKNOWN;
        }
        QueryException failure = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                runner.execute(connection, runner.rendered(one.withoutConflict()));
                return Upserted.Outcome.INSERTED;
            } catch (QueryException e) {
                if (e.kind() != QueryException.Kind.UNIQUE_VIOLATION) {
                    throw e;
                }
                failure = e;
            }
            if (isThere(row)) {
                boolean updated = conflict.updates() && runner.execute(connection, runner.rendered(one)) > 0;
                return updated ? Upserted.Outcome.UPDATED : Upserted.Outcome.UNCHANGED;
            }
        }
        throw failure; // another key is violated
    }

    /** Whether the row is there, and then locks it where that can be. */
    private boolean isThere(int row) {
        var found = Sql.select(natural.columns().get(0))
                .from(insert.table())
                .where(natural.is(rows.get(row), natural.placesIn(insert)))
                .unfiltered(insert.table().concealing());
        return !runner.fetch(connection, runner.plan(natural.locked(found, conflict.updates())))
                .isEmpty();
    }

    /** Finds the keys of rows that the statements did not yield; answers those that have none. */
    private List<Integer> findKeys() {
        int[] places = natural.placesIn(insert);
        Map<KeyValues, Integer> unknown = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!keys.containsKey(values.get(i))) {
                unknown.putIfAbsent(values.get(i), i);
            }
        }
        List<Integer> left = new ArrayList<>(unknown.values());
        int most = natural.mostKeys();
        for (int from = 0; from < left.size(); from += most) {
            List<Integer> chunk = left.subList(from, Math.min(left.size(), from + most));
            Condition any = natural.isOneOf(chunk.stream().map(rows::get).toList(), places);
            List<Selectable<?>> columns = new ArrayList<>(natural.columns());
            columns.add(key);
            Table<R> table = insert.table();
            var found = Sql.select(columns).asRows().from(table).where(any).unfiltered(table.concealing());
            runner.fetch(connection, runner.plan(natural.locked(found, false))).forEach(this::remember);
        }
        left.removeIf(row -> keys.containsKey(values.get(row)));
        return left;
    }

    /** What became of the only row, and the row itself by a key that its conflicts are handled of. */
    static <R> GotOrInserted<R> getOrInsert(
            StatementRunner runner, Connection connection, Insert<R, ?> insert, UniqueKey<R> by) {
        UpsertRun<R, ?> run = of(runner, connection, insert, by.columns().get(0));
        Upserted<?> only = run.run().get(0);
        var row = Sql.select()
                .from(insert.table())
                .where(run.natural.is(run.rows.get(0), run.natural.placesIn(insert)))
                .unfiltered(insert.table().concealing());
        List<R> found = runner.fetch(connection, runner.plan(run.natural.locked(row, false)));
        return new GotOrInserted<>(found.get(0), only.outcome() == Upserted.Outcome.INSERTED);
    }

    @SuppressWarnings("unchecked") // the value is one of the column
    private static <T extends @Nullable Object> @Nullable Object normalized(
            @Nullable Object value, Column<?, T> column) {
        return value == null ? null : column.normalized((@NonNull T) value);
    }

    /** The value of an insert as the database will hold it, which must be known before it is sent. */
    static @Nullable Object known(Expression<?> value, Column<?, ?> column) {
        if (value instanceof BoundValue<?> bound) {
            return normalized(bound.value(), column);
        }
        throw new InvalidQueryException("expected a value for " + column
                + ", by which the row is found again, got an expression; compute it in Java");
    }
}
