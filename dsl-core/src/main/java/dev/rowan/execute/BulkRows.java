package dev.rowan.execute;

import dev.rowan.error.BulkException;
import dev.rowan.error.ValidationException;
import dev.rowan.query.Insert;
import dev.rowan.query.Sql;
import dev.rowan.query.Violations;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a bulk insert, a statement's worth at a time, of which all have been checked before the first is handed out. If somebody
 * listens to the table, who may change them and must be asked only once, they are kept as they will be sent, as they are for {@code
 * afterCommit}; else they are made again.
 */
final class BulkRows<R> {
    private static final int USUAL_ROWS = 5_000; // docs/writes.md

    private final StatementRunner runner;
    private final Table<R> table;
    private final Collection<? extends R> rows;
    private final int most;
    private final @Nullable List<Insert<R, ?>> prepared;

    private BulkRows(
            StatementRunner runner,
            Table<R> table,
            Collection<? extends R> rows,
            int most,
            @Nullable List<Insert<R, ?>> prepared) {
        this.runner = runner;
        this.table = table;
        this.rows = rows;
        this.most = most;
        this.prepared = prepared;
    }

    /**
     * Checks all rows.
     *
     * @throws ValidationException if some break rules of their columns
     * @throws BulkException if one cannot be sent at all, and none before it breaks a rule
     */
    static <R> BulkRows<R> of(StatementRunner runner, Table<R> table, Collection<? extends R> rows, Bulk options) {
        int most = mostRows(runner, table, options);
        if (runner.writes().areHeard(table)) {
            return new BulkRows<>(runner, table, rows, most, prepared(runner, table, rows, most));
        }
        if (rows.size() > most) { // or the only statement is checked anyway
            Violations violations = new Violations();
            check(runner, table, rows, Set.of(), violations);
            violations.requireNone();
        }
        return new BulkRows<>(runner, table, rows, most, null);
    }

    private static int mostRows(StatementRunner runner, Table<?> table, Bulk options) {
        int columns = Math.max(1, table.columns().size());
        int possible = Math.max(1, runner.dialect().maximumBinds() / columns);
        return Math.min(possible, options.rowsPerStatement() == 0 ? USUAL_ROWS : options.rowsPerStatement());
    }

    private static <R> List<Insert<R, ?>> prepared(
            StatementRunner runner, Table<R> table, Collection<? extends R> rows, int most) {
        List<Insert<R, ?>> prepared = new ArrayList<>();
        Violations violations = new Violations();
        BulkRows.<R>inParts(rows, most, (part, before) -> {
            try {
                prepared.add(runner.prepared(Sql.insertInto(table).rows(part)));
            } catch (ValidationException e) {
                violations.add(e, before);
            } catch (IllegalArgumentException e) {
                violations.requireNone();
                throw unsendable(table, part, before, e);
            }
        });
        violations.requireNone();
        return prepared;
    }

    /** Adds what is wrong with rows, but of columns that are known later. */
    static <R> void check(
            StatementRunner runner,
            Table<R> table,
            Collection<? extends R> rows,
            Set<? extends Column<?, ?>> later,
            Violations violations) {
        BulkRows.<R>inParts(rows, USUAL_ROWS, (part, before) -> {
            try {
                runner.writes().checkAhead(Sql.insertInto(table).rows(part), before, later, violations);
            } catch (IllegalArgumentException e) {
                violations.requireNone();
                throw unsendable(table, part, before, e);
            }
        });
    }

    /** Hands out the inserts, one after another, each with the number of rows before it. */
    void forEach(Part<Insert<R, ?>> reader) {
        if (prepared == null) {
            BulkRows.<R>inParts(rows, most, (part, before) -> reader.read(prepared(part, before), before));
        } else {
            long before = 0;
            for (Insert<R, ?> insert : prepared) {
                reader.read(insert, before);
                before += insert.rowCount();
            }
        }
    }

    int size() {
        return rows.size();
    }

    private Insert<R, ?> prepared(List<R> part, long before) {
        try {
            return runner.prepared(Sql.insertInto(table).rows(part));
        } catch (ValidationException e) {
            throw e.after(before);
        } catch (IllegalArgumentException e) {
            throw unsendable(table, part, before, e);
        }
    }

    private static <R> void inParts(Collection<? extends R> rows, int most, Part<List<R>> reader) {
        long before = 0;
        List<R> part = new ArrayList<>();
        for (R row : rows) {
            part.add(row);
            if (part.size() == most) {
                reader.read(part, before);
                before += most;
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            reader.read(part, before);
        }
    }

    /** Finds the row that cannot be sent. */
    private static <R> RuntimeException unsendable(
            Table<R> table, List<R> part, long before, IllegalArgumentException failure) {
        for (int i = 0; i < part.size(); i++) {
            try {
                Sql.insertInto(table).row(part.get(i)).values();
            } catch (IllegalArgumentException e) {
                return new BulkException(before + i, table.toString(), e);
            }
        }
        return failure;
    }

    /** Reads a part of the rows. */
    interface Part<T> {
        void read(T part, long before);
    }
}
