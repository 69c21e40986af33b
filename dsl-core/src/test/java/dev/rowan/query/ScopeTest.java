package dev.rowan.query;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.noCondition;
import static dev.rowan.expression.Functions.rank;
import static dev.rowan.expression.Functions.rowNumber;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.substring;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.expression.GroupingSets.rollup;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.lateral;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.StandardDialect;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.NumberExpression;
import dev.rowan.expression.Window;
import dev.rowan.shop.Users;
import dev.rowan.type.SqlType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a database would refuse only when it is asked is refused before, with the place in the query. */
class ScopeTest {
    private final StandardDialect dialect = new StandardDialect();

    private void assertRefused(SqlStatement statement, String... words) {
        var refusal = assertThatThrownBy(() -> dialect.render(statement)).isInstanceOf(InvalidQueryException.class);
        Arrays.stream(words).forEach(refusal::hasMessageContaining);
    }

    private void assertTaken(SqlStatement statement) {
        assertThat(dialect.render(statement).text()).isNotEmpty();
    }

    @Test
    void columnOfATableThatIsNotThere() {
        assertRefused(select(USER.NAME).from(ORDER), "users.name", "orders");
        assertRefused(select(ORDER.ID).from(ORDER).where(USER.ACTIVE), "users.active", "orders");
        assertRefused(select(ORDER.ID).from(ORDER).orderBy(USER.NAME.asc()), "users.name");
        assertRefused(select(count()).from(ORDER).groupBy(USER.NAME), "users.name");
        assertRefused(update(USER).set(USER.NAME, "a").where(ORDER.ID.eq(1)), "orders.id");
    }

    @Test
    void columnWithoutATable() {
        assertRefused(select(USER.NAME), "users.name", "from(users)");
        assertRefused(select(scalar(select(USER.NAME))).from(ORDER), "users.name", "orders");
        assertTaken(select(scalar(select(ORDER.NOTE))).from(ORDER));
    }

    @Test
    void returnedColumnOfATableThatIsNotWritten() {
        var delete = deleteFrom(USER).where(USER.ID.eq(1));

        assertRefused(delete.returning(select(USER.ID, ORDER.ID)), "orders.id", "users");
        assertRefused(delete.returning(select(alias(USER, "other").ID)), "other.id");
        assertRefused(delete.returning(select(count())), "delete", "count");
        assertRefused(delete.returning(select(scalar(select(max(ORDER.ID)).from(ORDER)))), "no subquery in returning");
    }

    @Test
    void queryOfAnInsertSeesNoColumnOfItsTable() {
        assertRefused(
                insertInto(USER)
                        .columns(USER.NAME)
                        .select(select(PRODUCT.NAME).from(PRODUCT).where(USER.ACTIVE)),
                "users.active",
                "products");
    }

    @Test
    void columnOfADerivedTableThatIsNotThere() {
        var total = sum(ORDER.TOTAL_IN_CENTS).as("total");
        var totals = derived(select(ORDER.USER_ID, total).from(ORDER).groupBy(ORDER.USER_ID), "totals");

        assertRefused(select(USER.NAME).from(USER).where(totals.get(total).gt(1)), "totals.total", "users");
        assertRefused(select(ORDER.ID).from(totals), "orders.id", "totals");
    }

    @Test
    void derivedTableSeesNoTableBeforeItUnlessItIsLateral() {
        var query = select(ORDER.ID).from(ORDER).where(ORDER.USER_ID.eq(USER.ID));

        assertRefused(select(USER.NAME).from(USER).crossJoin(derived(query, "o")), "users.id");
        assertTaken(select(USER.NAME).from(USER).crossJoin(lateral(query, "o")));
    }

    @Test
    void commonTableSeesNothingOutside() {
        var query = Sql.cte(select(ORDER.ID).from(ORDER).where(ORDER.USER_ID.eq(USER.ID)), "o");

        assertRefused(select(USER.NAME).from(USER).crossJoin(query), "users.id");
    }

    @Test
    void subquerySeesTheOuterQuery() {
        Users other = alias(USER, "other");

        assertTaken(select(scalar(select(max(ORDER.ID)).from(ORDER).where(ORDER.USER_ID.eq(USER.ID))))
                .from(USER));
        assertTaken(select(USER.NAME)
                .from(USER)
                .where(USER.ID.in(select(other.REFERRER_ID).from(other))));
    }

    @Test
    void aggregateOutOfPlace() {
        assertRefused(select(ORDER.USER_ID).from(ORDER).where(count().gt(1)), "where", "count", "having");
        assertRefused(select(count()).from(ORDER).join(USER).on(max(USER.ID).eq(1)), "join", "max");
        assertRefused(select(sum(max(ORDER.ID))).from(ORDER), "within an aggregate");
        assertRefused(update(PRODUCT).set(PRODUCT.STOCK, countAsInt()).everyRow(), "update", "count");
        assertRefused(deleteFrom(PRODUCT).where(count().gt(1)), "delete", "count");
        assertRefused(insertInto(PRODUCT).set(PRODUCT.STOCK, countAsInt()), "insert", "count");
    }

    private static NumberExpression<Integer> countAsInt() {
        return count().cast(SqlType.INTEGER);
    }

    @Test
    void windowOutOfPlace() {
        assertRefused(select(ORDER.ID).from(ORDER).where(rowNumber().over().eq(1)), "where", "derived table");
        assertRefused(
                select(ORDER.USER_ID)
                        .from(ORDER)
                        .groupBy(ORDER.USER_ID)
                        .having(rowNumber().over().eq(1)),
                "having");
        assertTaken(select(rowNumber().over())
                .from(ORDER)
                .orderBy(rowNumber().over().asc()));
    }

    @Test
    void columnThatIsNotGrouped() {
        assertRefused(
                select(ORDER.USER_ID, ORDER.NOTE, count()).from(ORDER).groupBy(ORDER.USER_ID), "select", "orders.note");
        assertRefused(select(ORDER.NOTE, count()).from(ORDER), "select", "orders.note", "groupBy");
        assertRefused(select(count(), ORDER.NOTE).from(ORDER), "orders.note");
        assertRefused(
                select(ORDER.USER_ID).from(ORDER).groupBy(ORDER.USER_ID).having(ORDER.NOTE.isNull()),
                "having",
                "orders.note");
        assertRefused(
                select(ORDER.USER_ID).from(ORDER).groupBy(ORDER.USER_ID).orderBy(ORDER.NOTE.asc()),
                "order by",
                "orders.note");
        assertRefused(select(count()).from(ORDER).orderBy(ORDER.NOTE.asc()), "orders.note");
    }

    @Test
    void columnThatIsGrouped() {
        var initial = substring(USER.NAME, 1, 1).as("initial");

        assertTaken(select(initial, count()).from(USER).groupBy(initial).orderBy(initial.asc()));
        assertTaken(select(ORDER.USER_ID.plus(1), max(ORDER.NOTE)).from(ORDER).groupBy(ORDER.USER_ID));
        assertTaken(select(ORDER.NOTE).from(ORDER).groupBy(ORDER.ID));
        assertTaken(select(ORDER.USER_ID, sum(count()).over()).from(ORDER).groupBy(ORDER.USER_ID));
    }

    @Test
    void keyOfASubtotalMakesNoOtherColumnKnown() {
        assertRefused(select(ORDER.NOTE).from(ORDER).groupBy(rollup(ORDER.ID)), "orders.note");
    }

    @Test
    void correlatedColumnsAreNotGroupedHere() {
        assertTaken(select(USER.NAME)
                .from(USER)
                .where(USER.ID.gt(scalar(select(count()).from(ORDER).where(ORDER.USER_ID.eq(USER.ID))))));
    }

    @Test
    void setOperationOfAnotherWidthOrType() {
        assertThatThrownBy(() -> select(USER.ID)
                        .as(Id.class)
                        .from(USER)
                        .union(select(USER.NAME).as(Id.class).from(USER)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("union");
    }

    @Test
    void namedWindowFollowsTheRulesOfAnUnnamedOne() {
        var busiest = Window.by(count().desc());

        assertTaken(
                select(ORDER.USER_ID, rank().over(busiest.as("w"))).from(ORDER).groupBy(ORDER.USER_ID));
        assertRefused(
                select(ORDER.USER_ID, rank().over(Window.by(ORDER.NOTE.asc()).as("w")))
                        .from(ORDER)
                        .groupBy(ORDER.USER_ID),
                "orders.note");
    }

    @Test
    void correlatedColumnOfAGroupedQueryIsGroupedToo() {
        var orders = select(count()).from(ORDER).where(ORDER.USER_ID.eq(USER.ID));

        assertRefused(select(USER.NAME, scalar(orders)).from(USER).groupBy(USER.NAME), "users.id");
        assertTaken(select(USER.NAME, scalar(orders)).from(USER).groupBy(USER.NAME, USER.ID));
    }

    @Test
    void distinctRowsAreSortedByWhatIsSelected() {
        assertRefused(select(USER.NAME).from(USER).distinct().orderBy(USER.ID.asc()), "distinct", "users.id");
        assertTaken(select(USER.NAME).from(USER).distinct().orderBy(USER.NAME.asc()));
    }

    @Test
    void commonTableHasNoNameOfATable() {
        var few = Sql.cte(select(USER.ID).from(USER), "orders");

        assertRefused(
                select(ORDER.ID)
                        .from(ORDER)
                        .where(ORDER.USER_ID.in(select(few.get(USER.ID)).from(few))),
                "rename");
        assertRefused(
                select(few.get(USER.ID))
                        .from(few)
                        .where(few.get(USER.ID).in(select(ORDER.USER_ID).from(ORDER))),
                "rename");
        assertRefused(
                select(USER.ID)
                        .from(USER)
                        .where(USER.ID
                                .in(select(ORDER.USER_ID).from(ORDER))
                                .and(USER.ID.in(select(few.get(USER.ID)).from(few)))),
                "rename");
    }

    @Test
    void partOfAQueryIncludesAndLocksNothing() {
        assertThatThrownBy(() -> select().from(ORDER).include(ORDER.LINE_ITEMS).union(select().from(ORDER)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("include");
        assertThatThrownBy(() -> select().from(ORDER).union(select().from(ORDER).forUpdate()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("lock");
        assertThatThrownBy(() -> derived(select().from(ORDER).include(ORDER.LINE_ITEMS), "d"))
                .isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void lockedTablesAreRead() {
        assertRefused(select().from(ORDER).forUpdate(lock -> lock.of(USER)), "users");
        assertTaken(
                select().from(ORDER).join(USER).on(ORDER.USER_ID.eq(USER.ID)).forUpdate(lock -> lock.of(USER)));
    }

    @Test
    void groupByAddsKeys() {
        assertThat(dialect.render(select(count()).from(ORDER).groupBy(ORDER.ID).groupBy(ORDER.USER_ID))
                        .text())
                .endsWith("group by \"orders\".\"id\", \"orders\".\"user_id\"");
    }

    @Test
    void neutralConditionIsNoChoice() {
        assertThatThrownBy(() -> when(noCondition(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertTaken(select(count().filter(noCondition())).from(ORDER));
    }

    @Test
    void rawPlacesStandOutsideOfQuotes() {
        assertThatThrownBy(() -> Sql.raw(SqlType.TEXT, "'{0}'", ORDER.ID)).isInstanceOf(IllegalArgumentException.class);
    }

    record Id(long id) {}
}
