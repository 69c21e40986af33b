package dev.rowan.query;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.GroupKey;
import dev.rowan.expression.GroupingSets;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Source;
import dev.rowan.row.NamedRow;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import dev.rowan.row.Slot;
import dev.rowan.schema.Column;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.Include;
import dev.rowan.schema.PathRows;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
public final class Select<R extends @Nullable Object, S extends Table<?>> extends RowQuery<R> {
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

    /** The same rows with other columns, and without what is included. Only for the include room. */
    public Select<NamedRow, S> selecting(List<? extends Selectable<?>> columns) {
        Selection<NamedRow> other = new Selection<>(RowTarget.named(List.of()), columns.toArray(Selectable<?>[]::new));
        return selecting(other).with(rare.withoutIncludes());
    }

    /** {@code select(…).from(…).distinct()} is {@code select distinct …}. */
    public Select<R, S> distinct() {
        return with(rare.withDistinct(List.of()));
    }

    /** {@code .distinctOn(ORDER.USER_ID)} is {@code select distinct on (user_id) …}: the first row of each, in the order. */
    public Select<R, S> distinctOn(Expression<?> first, Expression<?>... rest) {
        List<Expression<?>> keys = new ArrayList<>();
        keys.add(first);
        keys.addAll(Arrays.asList(rest));
        return with(rare.withDistinct(List.copyOf(keys)));
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

    /**
     * {@code .rightJoin(USER).on(ORDER.USER_ID.eq(USER.ID))} is {@code right join users on user_id = id}. The columns of the
     * tables before can then be NULL.
     */
    public <J extends Table<?>> JoinOn<R, S, J> rightJoin(J joined) {
        return new JoinOn<>(this, Join.Kind.RIGHT, joined);
    }

    /** {@code .crossJoin(USER)} is {@code cross join users}: every row with every row. */
    public Select<R, S> crossJoin(Table<?> joined) {
        return with(new Join(Join.Kind.CROSS, joined, null));
    }

    /** {@code .fullJoin(USER).on(…)} is {@code full join users on …}; H2, MySQL and MariaDB have none. */
    public <J extends Table<?>> JoinOn<R, S, J> fullJoin(J joined) {
        return new JoinOn<>(this, Join.Kind.FULL, joined);
    }

    /** {@code .where(ORDER.USER_ID.eq(42))} is {@code where user_id = ?}. A second call adds {@code and …}. */
    public Select<R, S> where(Condition added) {
        if (Condition.required(added).isNeutral()) {
            return this;
        }
        Condition all = condition == null ? added : condition.and(added);
        return new Select<>(selection, table, all, sortKeys, maxRows, rare);
    }

    /** {@code .where(o -> o.USER_ID.eq(42))} is {@code where user_id = ?}. A second call adds {@code and …}. */
    public Select<R, S> where(Function<? super S, ? extends Condition> added) {
        return where(added.apply(table));
    }

    /**
     * {@code .withDeleted()} sees the rows too that were {@linkplain Table#softDelete deleted softly}, of all tables that this select
     * itself reads; subqueries and includes say so for themselves.
     */
    public Select<R, S> withDeleted() {
        return unfiltered(Unfiltered.SOFT_DELETE);
    }

    /**
     * {@code .onlyDeleted()} is {@code where deleted_at is not null}: the rows of the table of FROM that were deleted softly.
     *
     * @throws IllegalStateException if rows of that table are deleted for good
     */
    public Select<R, S> onlyDeleted() {
        return withDeleted().where(Unfiltered.deleted(table));
    }

    /** {@code .unfiltered(POST.PUBLISHED)} leaves a default filter out, for all tables that this select itself reads. */
    public Select<R, S> unfiltered(DefaultFilter filter) {
        return unfiltered(filter.name());
    }

    private Select<R, S> unfiltered(String filter) {
        return with(rare.withUnfiltered(Unfiltered.and(rare.unfiltered(), filter)));
    }

    /** The same select, in which default filters of these names are switched off. For executors. */
    public Select<R, S> unfiltered(Set<String> filters) {
        return filters.isEmpty() ? this : with(rare.withUnfiltered(filters));
    }

    /** {@code .groupBy(ORDER.USER_ID)} is {@code group by user_id}. A second call adds keys. */
    public Select<R, S> groupBy(GroupKey... keys) {
        return groupBy(List.of(keys));
    }

    /** {@code .groupBy(keys)}, which are chosen at run time. A second call adds keys. */
    public Select<R, S> groupBy(List<? extends GroupKey> keys) {
        if (rare.groupKeys().isEmpty()) {
            return with(rare.withGroupKeys(List.copyOf(keys)));
        }
        List<GroupKey> all = new ArrayList<>(rare.groupKeys());
        all.addAll(keys);
        return with(rare.withGroupKeys(List.copyOf(all)));
    }

    /** {@code .having(count().gt(1))} is {@code having count(*) > ?}. A second call adds {@code and …}. */
    public Select<R, S> having(Condition added) {
        Condition before = rare.groupCondition();
        if (Condition.required(added).isNeutral()) {
            return this;
        }
        return with(rare.withGroupCondition(before == null ? added : before.and(added)));
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

    /** {@code .orderBy(keys)}, which are chosen at run time; none is no order. */
    public Select<R, S> orderBy(List<SortKey> keys) {
        List<SortKey> all = new ArrayList<>(sortKeys);
        all.addAll(keys);
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

    /** {@code .orderBy(…).limit(10).withTies()} is {@code fetch first ? rows with ties}: equals of the tenth row come too. */
    public Select<R, S> withTies() {
        return with(rare.withTies(true));
    }

    /** {@code .forUpdate()} is {@code for update}: the rows are locked until the transaction ends. */
    public Select<R, S> forUpdate() {
        return with(rare.with(Lock.FOR_UPDATE));
    }

    /** {@code .forUpdate(Lock::skipLocked)} is {@code for update skip locked}. */
    public Select<R, S> forUpdate(UnaryOperator<Lock> how) {
        return with(rare.with(how.apply(Lock.FOR_UPDATE)));
    }

    /** {@code .forShare()} is {@code for share}: others may read the rows, and not change them. */
    public Select<R, S> forShare() {
        return with(rare.with(Lock.FOR_SHARE));
    }

    /** {@code .forShare(lock -> lock.of(ORDER))} is {@code for share of orders}. */
    public Select<R, S> forShare(UnaryOperator<Lock> how) {
        return with(rare.with(how.apply(Lock.FOR_SHARE)));
    }

    /**
     * {@code .include(ORDER.LINE_ITEMS)} loads the items of all orders by one more statement. One that is {@linkplain
     * Include#required() required} adds {@code where exists (…)}.
     */
    public Select<R, S> include(Include<R, ?, ?> include) {
        Select<R, S> all = include.isRequired() ? where(include.presence()) : this;
        return all.with(all.rare.with(include));
    }

    /** {@code .include(o -> o.LINE_ITEMS.include(i -> i.PRODUCT))} loads items and products by two more statements. */
    public Select<R, S> include(Function<? super S, ? extends Include<R, ?, ?>> include) {
        return include(include.apply(table));
    }

    @Override
    public Select<R, S> inDefiniteOrder() {
        List<SortKey> missing = DefiniteOrder.missing(this);
        return missing.isEmpty() ? this : orderBy(missing);
    }

    /** The same rows in another order. */
    public Select<R, S> reordered(List<SortKey> keys) {
        return new Select<>(selection, table, condition, List.copyOf(keys), maxRows, rare);
    }

    /**
     * The same select with columns after its own, which what its rows become does not see: for executors, which read them
     * beside the rows.
     */
    public Select<R, S> withTrailing(List<? extends Selectable<?>> columns) {
        List<Selectable<?>> all = new ArrayList<>(columns());
        all.addAll(columns);
        return selecting(new Selection<>(target(), all.toArray(Selectable<?>[]::new)));
    }

    /** Something else of the same rows. */
    <V> Select<V, S> selecting(Selection<V> other) {
        return new Select<>(other, table, condition, sortKeys, maxRows, rare);
    }

    /** Without what does not change which rows there are, unless their number is limited. */
    Select<R, S> bare() {
        return new Select<>(selection, table, condition, List.of(), maxRows, rare.bare());
    }

    Select<R, S> withoutIncludes() {
        return with(rare.bare());
    }

    @Override
    public boolean isNullable(int index) {
        return column(index).isNullable(isSubtotalled() ? source -> true : this::isOuterJoined);
    }

    /** Whether a row of the result stands for a row of the tables: an aggregate, or distinct, changes how many there are. */
    public boolean isOfColumns() {
        if (isDistinct()) {
            return false;
        }
        for (int i = 0; i < selection.width(); i++) {
            if (!(selection.column(i) instanceof Column<?, ?>)) {
                return false;
            }
        }
        return true;
    }

    /** Whether rows of several groupings come together, so that any key may be NULL. */
    public boolean isSubtotalled() {
        List<GroupKey> keys = rare.groupKeys();
        for (int i = 0; i < keys.size(); i++) { // asked for each column of a derived table
            if (keys.get(i) instanceof GroupingSets) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks that the select can be a part of another statement.
     *
     * @throws InvalidQueryException if it includes associations, which only a whole query loads, or locks rows
     */
    public void requirePart(String place) {
        if (!rare.includes().isEmpty()) {
            throw new InvalidQueryException("expected no include in " + place + ", got " + rare.includes()
                    + "; include in the outermost query");
        }
        if (rare.lock() != null) {
            throw new InvalidQueryException(
                    "expected no lock in " + place + ", got forUpdate() or forShare(); lock in the outermost query");
        }
    }

    /** What a row is made of, the associations of the table included if its own record is selected. */
    @Override
    public Shape shape() {
        Slot[] slots = new Slot[width()];
        for (int i = 0; i < slots.length; i++) {
            Selectable<?> column = column(i);
            slots[i] = new Slot(column.label(), column.type(), isNullable(i));
        }
        boolean whole = target().equals(RowTarget.record(table.rowType()));
        return new Shape(List.of(slots), whole ? Shapes.associations(table, includes()) : List.of());
    }

    /** What is selected, and what the rows become. */
    public Selection<R> selection() {
        return selection;
    }

    @Override
    public RowTarget<R> target() {
        return selection.target();
    }

    @Override
    public List<Selectable<?>> columns() {
        return selection.columns();
    }

    @Override
    public int width() {
        return selection.width();
    }

    @Override
    public Selectable<?> column(int index) {
        return selection.column(index);
    }

    /** Whether a source's columns are NULL in rows without a match. */
    public boolean isOuterJoined(Source source) {
        if (source instanceof Table<?> read && read.rows() instanceof PathRows path) {
            return isOuterJoined(path.association().owner());
        }
        boolean outerJoined = false;
        boolean seen = table == source;
        for (Join join : rare.joins()) {
            boolean joined = join.table() == source;
            outerJoined |= switch (join.kind()) {
                case INNER, CROSS -> false;
                case LEFT -> joined;
                case RIGHT -> seen;
                case FULL -> seen || joined;
            };
            seen |= joined;
        }
        return outerJoined;
    }

    /** The table of the FROM clause. */
    public S table() {
        return table;
    }

    /** Whether equal rows are left out. */
    public boolean isDistinct() {
        return rare.distinct();
    }

    /** What {@code distinct on} names, empty if nothing. */
    public List<Expression<?>> distinctKeys() {
        return rare.distinctKeys();
    }

    /** Whether equals of the last row come too. */
    public boolean isWithTies() {
        return rare.withTies();
    }

    /** How the rows are locked, or null. */
    public @Nullable Lock lock() {
        return rare.lock();
    }

    /** The names of the default filters that are switched off. */
    public Set<String> unfiltered() {
        return rare.unfiltered();
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
    public List<GroupKey> groupKeys() {
        return rare.groupKeys();
    }

    /** The HAVING clause, or null. */
    public @Nullable Condition groupCondition() {
        return rare.groupCondition();
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
