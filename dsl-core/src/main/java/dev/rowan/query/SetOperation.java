package dev.rowan.query;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import dev.rowan.row.Slot;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two queries as one: {@code union}, {@code intersect} or {@code except}. Immutable.
 *
 * <pre>{@code
 * select(USER.EMAIL).from(USER).union(select(GUEST.EMAIL).from(GUEST)).orderBy(USER.EMAIL.asc()).limit(10)
 * // select email from users union select email from guests order by 1 asc fetch first ? rows only
 * }</pre>
 *
 * @param <R> what a row becomes
 */
public final class SetOperation<R extends @Nullable Object> extends RowQuery<R> {

    /** Which rows of the two are kept. */
    public enum Kind {
        /** Those of both. */
        UNION,
        /** Those that both have. */
        INTERSECT,
        /** Those of the first that the second lacks. */
        EXCEPT
    }

    private final RowQuery<R> left;
    private final Kind kind;
    private final boolean all;
    private final RowQuery<R> right;
    private final List<SortKey> sortKeys;
    private final @Nullable BoundValue<Long> maxRows;
    private final long skippedRows;

    SetOperation(RowQuery<R> left, Kind kind, boolean all, RowQuery<R> right) {
        this(left, kind, all, right, List.of(), null, 0);
        requirePart(left);
        requirePart(right);
        if (left.width() != right.width()) {
            throw new InvalidQueryException("expected both sides of " + words() + " to have as many columns, got "
                    + left.width() + " and " + right.width());
        }
        for (int i = 0; i < left.width(); i++) {
            requireSameKind(i, left.column(i), right.column(i));
        }
    }

    private void requirePart(RowQuery<R> operand) {
        if (operand instanceof Select<R, ?> select) {
            select.requirePart(words());
        }
    }

    /** Whether a value of the one can stand where one of the other does, whatever their sizes. */
    static boolean areAlike(SqlType<?> one, SqlType<?> other) {
        return family(one) == family(other) && one.javaType() == other.javaType();
    }

    private static SqlType.Kind family(SqlType<?> type) {
        return type.kind() == SqlType.Kind.VARCHAR ? SqlType.Kind.TEXT : type.kind();
    }

    private void requireSameKind(int index, Selectable<?> one, Selectable<?> other) {
        if (!areAlike(one.type(), other.type())) {
            throw new InvalidQueryException("expected column " + (index + 1) + " of both sides of " + words()
                    + " to have one type, got " + one.type() + " and " + other.type() + "; cast one of them");
        }
    }

    private SetOperation(
            RowQuery<R> left,
            Kind kind,
            boolean all,
            RowQuery<R> right,
            List<SortKey> sortKeys,
            @Nullable BoundValue<Long> maxRows,
            long skippedRows) {
        this.left = left;
        this.kind = kind;
        this.all = all;
        this.right = right;
        this.sortKeys = sortKeys;
        this.maxRows = maxRows;
        this.skippedRows = skippedRows;
    }

    /** {@code .orderBy(USER.EMAIL.asc())} sorts by the column of the first select that is this expression. */
    public SetOperation<R> orderBy(SortKey first, SortKey... rest) {
        List<SortKey> keys = new ArrayList<>(sortKeys);
        keys.add(first);
        keys.addAll(Arrays.asList(rest));
        keys.forEach(this::indexOf);
        return new SetOperation<>(left, kind, all, right, List.copyOf(keys), maxRows, skippedRows);
    }

    /** {@code .orderBy(keys)}, which are chosen at run time; none is no order. */
    public SetOperation<R> orderBy(List<SortKey> keys) {
        SetOperation<R> sorted = this;
        for (SortKey key : keys) {
            sorted = sorted.orderBy(key);
        }
        return sorted;
    }

    @Override
    public SetOperation<R> inDefiniteOrder() {
        return orderBy(DefiniteOrder.missing(this));
    }

    /** Other operands of as many columns in place of these. */
    <V> SetOperation<V> selecting(RowQuery<V> newLeft, RowQuery<V> newRight, boolean ordered) {
        List<SortKey> keys = new ArrayList<>();
        for (SortKey key : ordered ? sortKeys : List.<SortKey>of()) {
            Expression<?> column = newLeft.column(indexOf(key)).expression();
            keys.add(new SortKey(column, key.descending(), key.nulls()));
        }
        return new SetOperation<>(newLeft, kind, all, newRight, List.copyOf(keys), maxRows, skippedRows);
    }

    /** The 0-based index of the column that a key sorts by. */
    public int indexOf(SortKey key) {
        int index = columns().indexOf(key.expression());
        if (index < 0) {
            throw new InvalidQueryException("expected to sort " + words() + " by one of its columns " + columns()
                    + ", got " + key.expression() + "; select it, or sort in a query around this one");
        }
        return index;
    }

    /**
     * {@code .limit(10)} is {@code fetch first ? rows only}, of the result.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SetOperation<R> limit(long rows) {
        requireNotNegative("limit", rows);
        return new SetOperation<>(left, kind, all, right, sortKeys, BoundValue.of(SqlType.BIGINT, rows), skippedRows);
    }

    /**
     * {@code .offset(20)} is {@code offset ? rows}, of the result.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SetOperation<R> offset(long rows) {
        requireNotNegative("offset", rows);
        return new SetOperation<>(left, kind, all, right, sortKeys, maxRows, rows);
    }

    /** The operation in SQL: {@code union all}. */
    public String words() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + (all ? " all" : "");
    }

    /** The first query. */
    public RowQuery<R> left() {
        return left;
    }

    /** Which rows are kept. */
    public Kind kind() {
        return kind;
    }

    /** Whether equal rows are kept apart. */
    public boolean isAll() {
        return all;
    }

    /** The second query. */
    public RowQuery<R> right() {
        return right;
    }

    @Override
    public List<SortKey> sortKeys() {
        return sortKeys;
    }

    @Override
    public @Nullable BoundValue<Long> maxRows() {
        return maxRows;
    }

    @Override
    public long skippedRows() {
        return skippedRows;
    }

    @Override
    public Shape shape() {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < width(); i++) {
            slots.add(new Slot(column(i).label(), column(i).type(), isNullable(i)));
        }
        return new Shape(slots, left.shape().associations());
    }

    @Override
    public RowTarget<R> target() {
        return left.target();
    }

    @Override
    public int width() {
        return left.width();
    }

    @Override
    public Selectable<?> column(int index) {
        return left.column(index);
    }

    @Override
    public boolean isNullable(int index) {
        return left.isNullable(index) || right.isNullable(index);
    }

    @Override
    public List<Selectable<?>> columns() {
        return left.columns();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitSetOperation(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SetOperation<?> that
                && kind == that.kind
                && all == that.all
                && skippedRows == that.skippedRows
                && left.equals(that.left)
                && right.equals(that.right)
                && sortKeys.equals(that.sortKeys)
                && Objects.equals(maxRows, that.maxRows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(left, kind, all, right, sortKeys, maxRows, skippedRows);
    }
}
