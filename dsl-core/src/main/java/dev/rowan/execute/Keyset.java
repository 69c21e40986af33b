package dev.rowan.execute;

import dev.rowan.error.DecodeException;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Comparison.Operator;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Named;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.SortKey.Nulls;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Support;
import dev.rowan.schema.Column;
import dev.rowan.type.SqlType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches parts of a select by the sort keys of the row before or after them. Its order has no ties, and says where NULL comes
 * as the database would put it, so that it is that of the whole select. Immutable.
 */
final class Keyset<R extends @Nullable Object> {
    private final StatementRunner runner;
    private final Plan<R> plan;
    private final Select<R, ?> select; // with the keys among its columns
    private final List<Key<?>> keys;

    /**
     * One sort key.
     *
     * @param index where it stands among the columns, from 1
     */
    private record Key<T>(
            Expression<T> expression,
            SqlType<T> type,
            boolean descending,
            boolean nullable,
            boolean nullsFirst,
            int index) {

        Key<T> reversed() {
            return new Key<>(expression, type, !descending, nullable, !nullsFirst, index);
        }

        /** Says where NULL comes unless that would cost the database an index that it could use. */
        SortKey sortKey(Dialect dialect) {
            Nulls nulls = nullsFirst ? Nulls.FIRST : Nulls.LAST;
            boolean usual = nulls == dialect.nullsOf(descending);
            boolean unsaid = !nullable || (usual && dialect.support(Feature.NULLS_ORDER) != Support.NATIVE);
            return new SortKey(expression, descending, unsaid ? Nulls.UNSPECIFIED : nulls);
        }

        private Condition compared(boolean orEqual, Object value) {
            Operator operator = descending
                    ? orEqual ? Operator.LESS_OR_EQUAL : Operator.LESS
                    : orEqual ? Operator.GREATER_OR_EQUAL : Operator.GREATER;
            Condition compared = new Comparison(
                    expression, operator, BoundValue.of(type, type.javaType().cast(value)));
            return nullable && !nullsFirst ? compared.or(expression.isNull()) : compared;
        }

        /** Whether a row comes after the value; null if none does. */
        @Nullable
        Condition after(@Nullable Object value) {
            if (value != null) {
                return compared(false, value);
            }
            return nullsFirst ? expression.isNotNull() : null;
        }

        /** Whether a row comes after the value or with it; null if every row does. */
        @Nullable
        Condition notBefore(@Nullable Object value) {
            if (value != null) {
                return compared(true, value);
            }
            return nullsFirst ? null : expression.isNull();
        }

        @Nullable
        Object read(ResultSet row, Dialect dialect) throws SQLException {
            T value = type.reader(dialect.codecs()).read(row, index);
            if (value == null && !nullable) {
                throw new DecodeException("expected no NULL in " + expression
                        + ", by which the rows are sorted, got one; declare it as nullable");
            }
            return value;
        }

        String words() {
            return expression + " " + type + (descending ? " desc" : " asc")
                    + (nullable ? nullsFirst ? " nulls first" : " nulls last" : "");
        }
    }

    /**
     * Some rows.
     *
     * @param rows in the order of the select
     * @param more whether there are more in the direction that was asked for
     * @param first the keys of the first row, null if there is no row
     * @param last the keys of the last row, null if there is no row
     */
    record Found<R>(
            List<R> rows,
            boolean more,
            @Nullable List<@Nullable Object> first,
            @Nullable List<@Nullable Object> last) {}

    private Keyset(StatementRunner runner, Plan<R> plan, Select<R, ?> select, List<Key<?>> keys) {
        this.runner = runner;
        this.plan = plan;
        this.select = select;
        this.keys = keys;
    }

    static <R> Keyset<R> of(StatementRunner runner, Select<R, ?> query) {
        requireRowsOfTables(query);
        Select<R, ?> ordered = query.inDefiniteOrder();
        Plan<R> plan = runner.plan(query);
        List<Selectable<?>> trailing = new ArrayList<>(plan.added(query));
        List<Key<?>> keys = new ArrayList<>();
        for (SortKey sortKey : ordered.sortKeys()) {
            Expression<?> expression = Named.unwrap(sortKey.expression());
            int index = indexOf(expression, query);
            if (index < 0) {
                index = query.width() + trailing.size();
                trailing.add(expression instanceof Column<?, ?> ? expression : expression.as("rowan_key_" + index));
            }
            keys.add(key(expression, sortKey, query, runner.dialect(), index + 1));
        }
        return new Keyset<>(runner, plan, ordered.withTrailing(trailing), keys);
    }

    private static void requireRowsOfTables(Select<?, ?> query) {
        if (query.isDistinct()
                || !query.groupKeys().isEmpty()
                || query.groupCondition() != null
                || query.isWithTies()) {
            throw new InvalidQueryException(
                    "expected a query whose rows are those of its tables, to go on from the sort keys"
                            + " of one of them, got groupBy(…), having(…), distinct() or withTies(); select from derived(…) of it, or use page(…)");
        }
    }

    private static int indexOf(Expression<?> expression, Select<?, ?> query) {
        for (int i = 0; i < query.width(); i++) {
            if (Named.unwrap(query.column(i).expression()).equals(expression)) {
                return i;
            }
        }
        return -1;
    }

    private static <T> Key<T> key(
            Expression<T> expression, SortKey sortKey, Select<?, ?> query, Dialect dialect, int index) {
        SqlType.Kind kind = expression.type().kind();
        if (kind == SqlType.Kind.JSON || kind == SqlType.Kind.ARRAY) {
            throw new InvalidQueryException("expected sort keys that have an order, to go on from their values, got "
                    + expression + " of type " + expression.type() + "; sort by something else");
        }
        Nulls nulls = sortKey.nulls() == Nulls.UNSPECIFIED ? dialect.nullsOf(sortKey.descending()) : sortKey.nulls();
        return new Key<>(
                expression,
                expression.type(),
                sortKey.descending(),
                expression.isNullable(query::isOuterJoined),
                nulls == Nulls.FIRST,
                index);
    }

    /** Fetches a slice, and tells how to go on. */
    Sliced<R> slice(Connection connection, Slice slice) {
        long fingerprint = fingerprint();
        List<? extends SqlType<?>> types = keys.stream().map(Key::type).toList();
        boolean begins = slice.cursor().equals(Slice.BEGINNING);
        boolean ends = slice.cursor().equals(Slice.END);
        Cursor cursor = begins || ends ? null : Cursor.of(slice.cursor(), fingerprint, types);
        boolean backward = ends || (cursor != null && cursor.backward());

        Found<R> found = fetch(connection, cursor == null ? null : cursor.keys(), backward, slice.size(), 0);

        boolean before = backward ? found.more : cursor != null;
        boolean after = backward ? cursor != null : found.more;
        List<@Nullable Object> first = found.first;
        List<@Nullable Object> last = found.last;
        Slice previous = slice.at(first == null ? Slice.END : new Cursor(true, first).text(fingerprint, types));
        Slice next = slice.at(last == null ? Slice.BEGINNING : new Cursor(false, last).text(fingerprint, types));
        return new Sliced<>(found.rows, before ? previous : null, after ? next : null);
    }

    /**
     * Fetches rows.
     *
     * @param from the keys of the row that they come after, or before; null for the beginning, or the end
     * @param size how many rows at most
     * @param skipped how many rows to skip first
     */
    Found<R> fetch(
            Connection connection, @Nullable List<@Nullable Object> from, boolean backward, int size, long skipped) {
        List<Key<?>> directed =
                backward ? keys.stream().<Key<?>>map(Key::reversed).toList() : keys;
        Select<R, ?> part = select.reordered(directed.stream()
                        .map(key -> key.sortKey(runner.dialect()))
                        .toList())
                .limit(size + 1L)
                .offset(skipped);
        if (from != null) {
            Condition after = after(directed, from, 0);
            if (after == null) {
                return new Found<>(new ArrayList<>(), false, null, null);
            }
            part = part.where(after);
        }
        return fetch(connection, runner.renderPart(part), backward, size);
    }

    private Found<R> fetch(Connection connection, RenderedSql sql, boolean backward, int size) {
        Batch<R> batch = new Batch<>(plan);
        List<List<@Nullable Object>> ends = new ArrayList<>(2);
        boolean more = runner.query(
                connection,
                sql,
                rows -> {
                    boolean next = rows.next();
                    for (; next && batch.size() < size; next = rows.next()) {
                        batch.add(rows);
                        List<@Nullable Object> values = valuesOf(rows);
                        if (ends.size() < 2) {
                            ends.add(values);
                        } else {
                            ends.set(1, values);
                        }
                    }
                    return next;
                },
                next -> batch.size());
        List<R> rows = batch.rows(runner.fetcher(connection));
        if (backward) {
            Collections.reverse(rows);
            Collections.reverse(ends);
        }
        return ends.isEmpty()
                ? new Found<>(rows, more, null, null)
                : new Found<>(rows, more, ends.get(0), ends.get(ends.size() - 1));
    }

    private List<@Nullable Object> valuesOf(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        for (Key<?> key : keys) {
            values.add(key.read(row, runner.dialect()));
        }
        return values;
    }

    /** Whether a row comes after the values, which is {@code a >= ? and (a > ? or b > ?)}; null if none does. */
    private static @Nullable Condition after(List<Key<?>> keys, List<@Nullable Object> values, int index) {
        Key<?> key = keys.get(index);
        Condition after = key.after(values.get(index));
        if (index == keys.size() - 1) {
            return after;
        }
        Condition further = after(keys, values, index + 1);
        Condition either = after == null ? further : further == null ? after : after.or(further);
        Condition notBefore = key.notBefore(values.get(index));
        return notBefore == null || either == null || further == null ? either : notBefore.and(either);
    }

    /** Tells the order and its table from others, whatever the process. */
    private long fingerprint() {
        StringBuilder words = new StringBuilder(select.table().identifier().toString());
        keys.forEach(key -> words.append('\n').append(key.words()));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(words.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected SHA-256, which every Java platform has", e);
        }
    }
}
