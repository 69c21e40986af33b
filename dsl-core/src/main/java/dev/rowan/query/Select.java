package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Source;
import dev.rowan.expression.Subquery;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import dev.rowan.row.Slot;
import dev.rowan.schema.Include;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A select. Immutable: every method returns a new select and leaves this one as it was.
 *
 * <pre>{@code
 * select().from(ORDER).where(ORDER.USER_ID.eq(42)).orderBy(ORDER.ID.desc()).limit(10)
 * // select id, … from orders where user_id = ? order by id desc fetch first ? rows only
 * }</pre>
 *
 * @param <R> what a row becomes
 * @param <S> the table of the FROM clause, which the methods that take a function hand to it
 */
public final class Select<R, S extends Table<?>> extends SqlQuery<R> implements Subquery<R> {
    private final Selection<R> selection;
    private final S table;
    private final @Nullable Condition condition;
    private final List<SortKey> sortKeys;
    private final @Nullable BoundValue<Long> maxRows;
    private final RareClauses rare;

    Select(Selection<R> selection, S table) {
        this(selection, table, null, List.of(), null, RareClauses.NONE);
    }

    private Select(
            Selection<R> selection,
            S table,
            @Nullable Condition condition,
            List<SortKey> sortKeys,
            @Nullable BoundValue<Long> maxRows,
            RareClauses rare) {
        this.selection = selection;
        this.table = table;
        this.condition = condition;
        this.sortKeys = sortKeys;
        this.maxRows = maxRows;
        this.rare = rare;
    }

    private Select<R, S> with(RareClauses newRare) {
        return new Select<>(selection, table, condition, sortKeys, maxRows, newRare);
    }

    Select<R, S> with(Join join) {
        return with(rare.with(join));
    }

    /** {@code select(…).from(…).distinct()} is {@code select distinct …}. */
    public Select<R, S> distinct() {
        return with(rare.withDistinct());
    }

    /** {@code .join(USER).on(ORDER.USER_ID.eq(USER.ID))} is {@code join users on user_id = id}. */
    public <J extends Table<?>> JoinOn<R, S, J> join(J joined) {
        return new JoinOn<>(this, Join.Kind.INNER, joined);
    }

    /**
     * {@code .leftJoin(USER).on(ORDER.USER_ID.eq(USER.ID))} is {@code left join users on user_id = id}. The columns of the
     * joined table can then be NULL, and a record that takes no null for them is an error.
     */
    public <J extends Table<?>> JoinOn<R, S, J> leftJoin(J joined) {
        return new JoinOn<>(this, Join.Kind.LEFT, joined);
    }

    /** {@code .fullJoin(USER).on(…)} is {@code full join users on …}; H2, MySQL and MariaDB have none. */
    public <J extends Table<?>> JoinOn<R, S, J> fullJoin(J joined) {
        return new JoinOn<>(this, Join.Kind.FULL, joined);
    }

    /** {@code .where(ORDER.USER_ID.eq(42))} is {@code where user_id = ?}. A second call adds {@code and …}. */
    public Select<R, S> where(Condition added) {
        Condition all = condition == null ? Condition.required(added) : condition.and(added);
        return new Select<>(selection, table, all, sortKeys, maxRows, rare);
    }

    /** {@code .where(o -> o.USER_ID.eq(42))} is {@code where user_id = ?}. A second call adds {@code and …}. */
    public Select<R, S> where(Function<? super S, ? extends Condition> added) {
        return where(added.apply(table));
    }

    /** {@code .groupBy(ORDER.USER_ID)} is {@code group by user_id}. */
    public Select<R, S> groupBy(Expression<?>... keys) {
        return with(rare.withGroupKeys(List.of(keys)));
    }

    /** {@code .having(count().gt(1))} is {@code having count(*) > ?}. A second call adds {@code and …}. */
    public Select<R, S> having(Condition added) {
        Condition before = rare.groupCondition();
        return with(rare.withGroupCondition(before == null ? Condition.required(added) : before.and(added)));
    }

    /** {@code .orderBy(ORDER.ID.desc())} is {@code order by id desc}. A second call adds keys. */
    public Select<R, S> orderBy(SortKey first, SortKey... rest) {
        if (sortKeys.isEmpty() && rest.length == 0) {
            return new Select<>(selection, table, condition, List.of(first), maxRows, rare);
        }
        List<SortKey> all = new ArrayList<>(sortKeys);
        all.add(first);
        all.addAll(Arrays.asList(rest));
        return new Select<>(selection, table, condition, List.copyOf(all), maxRows, rare);
    }

    /** {@code .orderBy(o -> o.ID.desc())} is {@code order by id desc}. A second call adds a key. */
    public Select<R, S> orderBy(Function<? super S, SortKey> key) {
        return orderBy(key.apply(table));
    }

    /**
     * {@code .limit(10)} is {@code fetch first ? rows only}; 0 finds no row.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Select<R, S> limit(long rows) {
        requireNotNegative("limit", rows);
        return new Select<>(selection, table, condition, sortKeys, BoundValue.of(SqlType.BIGINT, rows), rare);
    }

    /**
     * {@code .offset(20)} is {@code offset ? rows}.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Select<R, S> offset(long rows) {
        requireNotNegative("offset", rows);
        return with(rare.withSkippedRows(rows));
    }

    private static void requireNotNegative(String clause, long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("expected a " + clause + " of 0 or more rows, got " + rows);
        }
    }

    /** {@code .include(ORDER.LINE_ITEMS)} loads the items of all orders by one more statement. */
    public Select<R, S> include(Include<R, ?, ?> include) {
        return with(rare.with(include));
    }

    /** {@code .include(o -> o.LINE_ITEMS.include(i -> i.PRODUCT))} loads items and products by two more statements. */
    public Select<R, S> include(Function<? super S, ? extends Include<R, ?, ?>> include) {
        return include(include.apply(table));
    }

    /** What a row is made of, the associations of the table included if its own record is selected. */
    public Shape shape() {
        Predicate<Source> outerJoined = this::isOuterJoined;
        Slot[] slots = new Slot[width()];
        for (int i = 0; i < slots.length; i++) {
            Selectable<?> column = column(i);
            slots[i] = new Slot(column.label(), column.type(), column.isNullable(outerJoined));
        }
        boolean whole = target().equals(RowTarget.record(table.rowType()));
        return new Shape(List.of(slots), whole ? Shapes.associations(table, includes()) : List.of());
    }

    /** What is selected, and what the rows become. */
    public Selection<R> selection() {
        return selection;
    }

    /** What the rows become. */
    public RowTarget<R> target() {
        return selection.target();
    }

    /** What is selected. */
    public List<Selectable<?>> columns() {
        return selection.columns();
    }

    @Override
    public boolean isValue() {
        return target() instanceof RowTarget.Value<R>;
    }

    /** How many columns are selected. */
    public int width() {
        return selection.width();
    }

    /** What is selected at the 0-based index. */
    public Selectable<?> column(int index) {
        return selection.column(index);
    }

    @Override
    public boolean yieldsNull() {
        return selection.column(0).isNullable(this::isOuterJoined);
    }

    /** Whether a source's columns are NULL in rows without a match. */
    public boolean isOuterJoined(Source source) {
        for (Join join : rare.joins()) {
            if (join.kind() == Join.Kind.FULL || (join.kind() == Join.Kind.LEFT && join.table() == source)) {
                return true;
            }
        }
        return false;
    }

    /** The table of the FROM clause. */
    public S table() {
        return table;
    }

    /** Whether equal rows are left out. */
    public boolean isDistinct() {
        return rare.distinct();
    }

    /** What is joined, in order. */
    public List<Join> joins() {
        return rare.joins();
    }

    /** The WHERE clause, or null. */
    public @Nullable Condition condition() {
        return condition;
    }

    /** The GROUP BY clause, empty if there is none. */
    public List<Expression<?>> groupKeys() {
        return rare.groupKeys();
    }

    /** The HAVING clause, or null. */
    public @Nullable Condition groupCondition() {
        return rare.groupCondition();
    }

    /** The ORDER BY clause, empty if there is none. */
    public List<SortKey> sortKeys() {
        return sortKeys;
    }

    /** The limit, or null. */
    public @Nullable BoundValue<Long> maxRows() {
        return maxRows;
    }

    /** The offset, 0 if there is none. */
    public long skippedRows() {
        return rare.skippedRows();
    }

    /** What is loaded beside the rows. */
    public List<Include<?, ?, ?>> includes() {
        return rare.includes();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitSelect(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Select<?, ?> that
                && table == that.table
                && Objects.equals(maxRows, that.maxRows)
                && selection.equals(that.selection)
                && Objects.equals(condition, that.condition)
                && sortKeys.equals(that.sortKeys)
                && rare.equals(that.rare);
    }

    @Override
    public int hashCode() {
        return Objects.hash(selection, System.identityHashCode(table), condition, sortKeys, maxRows, rare);
    }
}
