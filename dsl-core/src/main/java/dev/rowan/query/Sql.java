package dev.rowan.query;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Exists;
import dev.rowan.expression.Expression;
import dev.rowan.expression.RawSql;
import dev.rowan.expression.RawText;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.Subquery;
import dev.rowan.query.CommonTable.Materialization;
import dev.rowan.schema.Column;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where every statement begins, for static import.
 *
 * <pre>{@code
 * select().from(ORDER).where(ORDER.USER_ID.eq(42)).include(ORDER.LINE_ITEMS)
 * select(USER.NAME, count()).from(ORDER).join(USER).on(ORDER.USER_ID.eq(USER.ID)).groupBy(USER.NAME)
 * insertInto(USER).rows(users)
 * update(PRODUCT).set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1)).where(PRODUCT.ID.eq(7))
 * deleteFrom(USER).where(USER.ID.eq(42))
 * }</pre>
 */
public final class Sql extends Selections {
    private Sql() {}

    /** Selects a whole table as its record: {@code select().from(USER)}. */
    public static TableSelection select() {
        return TableSelection.INSTANCE;
    }

    /** Selects any number of columns into a record: {@code select(List.of(…)).as(Wide.class).from(…)}. */
    public static ColumnList select(List<? extends Selectable<?>> columns) {
        return new ColumnList(columns);
    }

    /**
     * Begins an insert; as it is, it inserts one row of default values. {@code insertInto(USER).set(USER.NAME, "Ann")} is
     * {@code insert into users (name) values (?)}, and {@code insertInto(A).columns(A.ID).select(select(USER.ID).from(USER))}
     * is {@code insert into a (id) select id from users}.
     */
    public static <R, S extends Table<R>> Insert<R, S> insertInto(S table) {
        return new Insert<>(notAliased("insert into", table), List.of(), List.of(), null);
    }

    /**
     * What was to be inserted into a column, in what an insert does on conflict: {@code .set(USER.VISITS,
     * USER.VISITS.plus(excluded(USER.VISITS)))} is {@code set visits = users.visits + excluded.visits}.
     *
     * @return a column of the same kind
     * @throws IllegalArgumentException if the column is one of an alias or of computed rows
     */
    @SuppressWarnings("unchecked") // the same constructor has declared the same column
    public static <C extends Column<?, ?>> C excluded(C column) {
        Table<?> table = notAliased("exclude a row of", ((Column<?, ?>) column).table());
        return (C) table.excluded().columns().get(table.columns().indexOf(column));
    }

    /** Begins an update. */
    public static <R, S extends Table<R>> UpdateSet<R, S> update(S table) {
        return new UpdateSet<>(notAliased("update", table), List.of());
    }

    /** Begins a delete. */
    public static <R, S extends Table<R>> DeleteFrom<R, S> deleteFrom(S table) {
        return new DeleteFrom<>(notAliased("delete from", table), false);
    }

    /** Begins a delete of rows for good, also of those that are {@linkplain Table#softDelete deleted softly} already. */
    public static <R, S extends Table<R>> DeleteFrom<R, S> hardDeleteFrom(S table) {
        return new DeleteFrom<>(notAliased("delete from", table), true);
    }

    /**
     * Begins to bring rows back that were {@linkplain Table#softDelete deleted softly}: {@code restore(USER).where(USER.ID.eq(1))} is
     * {@code update users set deleted_at = null where id = ? and deleted_at is not null}.
     *
     * @throws IllegalStateException if rows of the table are deleted for good
     */
    public static <R, S extends Table<R>> Restore<R, S> restore(S table) {
        return new Restore<>(notAliased("restore rows of", table));
    }

    /** Creates a table as it is declared. */
    public static CreateTable createTable(Table<?> table) {
        return new CreateTable(notAliased("create", table));
    }

    private static <S extends Table<?>> S notAliased(String what, S table) {
        if (table.isAlias() || table.rows() != Rows.STORED) {
            throw new IllegalArgumentException("expected a table to " + what + ", got the "
                    + (table.isAlias() ? "alias " : "computed rows of ") + table);
        }
        return table;
    }

    /** {@code exists(select().from(ORDER).where(…))} is {@code exists (select 1 from orders where …)}. */
    public static Condition exists(Subquery<?> subquery) {
        return new Exists(subquery);
    }

    /** {@code notExists(select().from(ORDER).where(…))} is {@code not exists (select 1 from orders where …)}. */
    public static Condition notExists(Subquery<?> subquery) {
        return new Exists(subquery).not();
    }

    /** {@code Users boss = alias(USER, "boss")} is {@code users as boss}, with columns of its own. */
    public static <S extends Table<?>> S alias(S table, String alias) {
        return Table.alias(table, alias);
    }

    /**
     * {@code derived(select(…).from(…), "d")} is {@code (select …) as "d"}, for from and join.
     *
     * @throws dev.rowan.error.InvalidQueryException if a column of the query has no name, or two have the same
     */
    public static <R extends @Nullable Object> DerivedTable<R> derived(RowQuery<R> query, String alias) {
        return new DerivedTable<>(TableName.of(alias).as(alias), query, new QueryRows(query, false));
    }

    /** {@code lateral(select(…).from(…), "d")} is {@code lateral (select …) as "d"}: it sees the tables before it. */
    public static <R extends @Nullable Object> DerivedTable<R> lateral(RowQuery<R> query, String alias) {
        return new DerivedTable<>(TableName.of(alias).as(alias), query, new QueryRows(query, true));
    }

    /**
     * {@code cte(select(…).from(…), "c")} is {@code with "c" as (select …)}. The clause comes with the table: whoever selects
     * from it, anywhere in a statement, brings it along once.
     */
    public static <R extends @Nullable Object> DerivedTable<R> cte(RowQuery<R> query, String name) {
        return cte(query, name, Materialization.UNSPECIFIED);
    }

    /**
     * {@code cte(deleteFrom(ORDER).where(…).returning(ORDER.ID), "moved")} is
     * {@code with "moved" as (delete from orders where … returning id)}: the rows are written once, whatever is made of them.
     * PostgreSQL's; and only where a statement selects from the table at all.
     */
    public static <R extends @Nullable Object> DerivedTable<R> cte(Returning<R> write, String name) {
        CommonTable rows = new CommonTable(name, Materialization.UNSPECIFIED, false).defineAs(write);
        return new DerivedTable<>(TableName.of(name), write, rows);
    }

    /** {@code cte(select(…).from(…), "c", ALWAYS)} is {@code with "c" as materialized (select …)}. */
    public static <R extends @Nullable Object> DerivedTable<R> cte(
            RowQuery<R> query, String name, Materialization materialization) {
        CommonTable rows = new CommonTable(name, materialization, false).defineAs(query);
        return new DerivedTable<>(TableName.of(name), query, rows);
    }

    /**
     * A common table expression that uses its own rows: first those of the base, then those that the step makes of each round
     * of new ones, until there are no new ones.
     *
     * <pre>{@code
     * var below = recursive(
     *         select(STAFF.ID, STAFF.NAME).from(STAFF).where(STAFF.ID.eq(1)),
     *         "below",
     *         known -> select(STAFF.ID, STAFF.NAME).from(STAFF).join(known).on(STAFF.BOSS_ID.eq(known.get(STAFF.ID))));
     * select(below.get(STAFF.NAME)).from(below)
     * // with recursive below as (select … where id = ? union all select … join below on …) select name from below
     * }</pre>
     */
    public static <R extends @Nullable Object> DerivedTable<R> recursive(
            RowQuery<R> base, String name, Function<? super DerivedTable<R>, ? extends RowQuery<R>> step) {
        return recursive(base, name, step, true);
    }

    /** As {@link #recursive}, but a row that is known already is no new one, so that a circle ends: {@code union}. */
    public static <R extends @Nullable Object> DerivedTable<R> recursiveDistinct(
            RowQuery<R> base, String name, Function<? super DerivedTable<R>, ? extends RowQuery<R>> step) {
        return recursive(base, name, step, false);
    }

    private static <R extends @Nullable Object> DerivedTable<R> recursive(
            RowQuery<R> base, String name, Function<? super DerivedTable<R>, ? extends RowQuery<R>> step, boolean all) {
        CommonTable rows = new CommonTable(name, Materialization.UNSPECIFIED, true);
        DerivedTable<R> table = new DerivedTable<>(TableName.of(name), base, rows);
        RowQuery<R> next = step.apply(table);
        rows.defineAs(all ? base.unionAll(next) : base.union(next));
        for (int i = 0; i < base.width(); i++) {
            if (next.isNullable(i) && !base.isNullable(i)) {
                throw new InvalidQueryException(
                        "expected column " + base.column(i).label() + " of " + name
                                + ", which is never NULL in its first part, never to be NULL in its step; select nullable(…) in the"
                                + " first part, or notNull(…) in the step");
            }
        }
        return table;
    }

    /**
     * Records as a table with the columns of another: {@code values(PRODUCT, "v", products)} is
     * {@code (values (?, ?), (?, ?)) as "v"("id", "name")}.
     *
     * @param shape the table whose columns there are; its own rows play no part
     * @param rows at least one
     * @throws IllegalArgumentException if there is no row
     */
    public static <R, S extends Table<R>> S values(S shape, String alias, Collection<? extends R> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("expected at least one row of values for " + alias + ", got none");
        }
        return Table.computed(shape, alias, Insert.listed(shape, rows));
    }

    /**
     * {@code raw(SqlType.INTEGER, "width_bucket({0}, 0, 100, 10)", USER.AGE)}: SQL that Rowan does not know, with expressions in
     * its holes. The one door, with {@link #query} and {@link #command}, by which text becomes SQL, so it takes constants only.
     *
     * @param template the SQL; {@code {0}} is the place of the first part
     */
    public static <T> Expression<@Nullable T> raw(
            SqlType<T> type, @CompileTimeConstant String template, Expression<?>... parts) {
        return RawSql.of(template, parts).as(type);
    }

    /** {@code rawCondition("{0} @@ {1}", DOC.WORDS, value("tea"))}: a condition that Rowan does not know; see {@link #raw}. */
    public static Condition rawCondition(@CompileTimeConstant String template, Expression<?>... parts) {
        return RawSql.of(template, parts).asCondition();
    }

    /** {@code query("select id from users where name = :name", select(USER.ID)).bind("name", name)}, see {@link RawQuery}. */
    public static <R extends @Nullable Object> RawQuery<R> query(@CompileTimeConstant String sql, Selection<R> rows) {
        return new RawQuery<>(rows, new Bindings(RawText.parse(sql)));
    }

    /**
     * Compiles a query of one value, see {@link Compiled1}: {@code compile(SqlType.BIGINT, user ->
     * select().from(ORDER).where(ORDER.USER_ID.eq(user)))}.
     *
     * @throws IllegalArgumentException if the type is JSON or an array
     */
    public static <A, R extends @Nullable Object> Compiled1<A, R> compile(
            SqlType<A> first, Function<Expression<A>, RowQuery<R>> query) {
        return Compiled1.of(Input.value(first), query);
    }

    /**
     * Compiles a query of two values, as {@link #compile(SqlType, Function)} does of one.
     *
     * @throws IllegalArgumentException if a type is JSON or an array
     */
    public static <A, B, R extends @Nullable Object> Compiled2<A, B, R> compile(
            SqlType<A> first, SqlType<B> second, BiFunction<Expression<A>, Expression<B>, RowQuery<R>> query) {
        return Compiled2.of(Input.value(first), Input.value(second), query);
    }

    /**
     * Compiles a query of three values, as {@link #compile(SqlType, Function)} does of one.
     *
     * @throws IllegalArgumentException if a type is JSON or an array
     */
    public static <A, B, C, R extends @Nullable Object> Compiled3<A, B, C, R> compile(
            SqlType<A> first,
            SqlType<B> second,
            SqlType<C> third,
            Compiled3.Query<Expression<A>, Expression<B>, Expression<C>, R> query) {
        return Compiled3.of(Input.value(first), Input.value(second), Input.value(third), query);
    }

    /** Compiles a query of one value, or of a list: {@code compile(Input.list(SqlType.BIGINT), ids -> … ORDER.ID.in(ids))}. */
    public static <A, P, R extends @Nullable Object> Compiled1<A, R> compile(
            Input<A, P> first, Function<P, RowQuery<R>> query) {
        return Compiled1.of(first, query);
    }

    /** Compiles a query of two values, or lists. */
    public static <A, P, B, Q, R extends @Nullable Object> Compiled2<A, B, R> compile(
            Input<A, P> first, Input<B, Q> second, BiFunction<P, Q, RowQuery<R>> query) {
        return Compiled2.of(first, second, query);
    }

    /** Compiles a query of three values, or lists. */
    public static <A, P, B, Q, C, S, R extends @Nullable Object> Compiled3<A, B, C, R> compile(
            Input<A, P> first, Input<B, Q> second, Input<C, S> third, Compiled3.Query<P, Q, S, R> query) {
        return Compiled3.of(first, second, third, query);
    }

    /** {@code command("analyze users")}: a statement that yields no rows, see {@link RawCommand}. */
    public static RawCommand command(@CompileTimeConstant String sql) {
        return new RawCommand(new Bindings(RawText.parse(sql)));
    }
}
