package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.contract.Notes.insertTexts;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.RowCountException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.expression.SortKey;
import dev.rowan.row.Row2;
import dev.rowan.row.Row3;
import dev.rowan.shop.Users;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The clauses of a select: order, limits, joins, groups. */
interface QueryContract extends OpenDatabase {
    record OrderView(long id, @Nullable String note) {}

    record Referral(String name, @Nullable String referrer) {}

    record StrictReferral(String name, String referrer) {}

    @Test
    default void orderByComesWithNullsWhereAsked() {
        insertRanks(db(), 2, null, 3, 1);

        assertThat(ranksBy(NOTE.RANK.asc().nullsFirst())).containsExactly(null, 1, 2, 3);
        assertThat(ranksBy(NOTE.RANK.asc().nullsLast())).containsExactly(1, 2, 3, null);
        assertThat(ranksBy(NOTE.RANK.desc().nullsFirst())).containsExactly(null, 3, 2, 1);
        assertThat(ranksBy(NOTE.RANK.desc().nullsLast())).containsExactly(3, 2, 1, null);
        assertThat(ranksBy(NOTE.RANK.times(-1).asc().nullsLast())).containsExactly(3, 2, 1, null);
    }

    private List<@Nullable Integer> ranksBy(SortKey key) {
        return db().fetch(select(NOTE.RANK).from(NOTE).orderBy(key));
    }

    @Test
    default void orderByTakesSeveralKeys() {
        ShopData.fill(db());

        List<Long> ids = db().fetch(select(ORDER.ID).from(ORDER).orderBy(ORDER.USER_ID.desc(), ORDER.ID.asc()));
        List<Long> same = db().fetch(select(ORDER.ID)
                .from(ORDER)
                .orderBy(ORDER.USER_ID.desc())
                .orderBy(o -> o.ID.asc()));

        assertThat(ids).containsExactly(9L, 7L, 8L);
        assertThat(same).isEqualTo(ids);
    }

    @Test
    default void textSortsByCodePoints() {
        insertTexts(db(), "b", "ä", "B", "a", "A", "_", "aa", "Z");

        List<@Nullable String> texts = db().fetch(select(NOTE.TEXT).from(NOTE).orderBy(NOTE.TEXT.asc()));

        assertThat(texts).containsExactly("A", "B", "Z", "_", "a", "aa", "b", "ä");
    }

    @Test
    default void limitAndOffsetCutARange() {
        insertRanks(db(), 1, 2, 3, 4, 5);
        var ordered = select(NOTE.ID).from(NOTE).orderBy(NOTE.ID.asc());

        assertThat(db().fetch(ordered.limit(2))).containsExactly(1L, 2L);
        assertThat(db().fetch(ordered.limit(2).offset(3))).containsExactly(4L, 5L);
        assertThat(db().fetch(ordered.limit(10).offset(4))).containsExactly(5L);
        assertThat(db().fetch(ordered.offset(3))).containsExactly(4L, 5L);
        assertThat(db().fetch(ordered.offset(5))).isEmpty();
        assertThat(db().fetch(ordered.offset(0))).hasSize(5);
        assertThat(db().fetch(ordered.limit(0))).isEmpty();
        assertThat(db().fetch(ordered.limit(0).offset(2))).isEmpty();
    }

    @Test
    default void limitTakesTheLargestNumber() {
        insertRanks(db(), 1, 2);
        var ordered = select(NOTE.ID).from(NOTE).orderBy(NOTE.ID.asc());

        assertThat(db().fetch(ordered.limit(Long.MAX_VALUE))).containsExactly(1L, 2L);
        assertThat(db().fetch(ordered.limit(Integer.MAX_VALUE).offset(1))).containsExactly(2L);
        assertThat(db().fetch(ordered.offset(5_000_000_000L))).isEmpty();
    }

    @Test
    default void innerJoinKeepsMatches() {
        ShopData.fill(db());

        var rows = db().fetch(select(USER.NAME, ORDER.ID)
                .from(ORDER)
                .join(USER)
                .on(ORDER.USER_ID.eq(USER.ID))
                .orderBy(ORDER.ID.asc()));

        assertThat(rows).containsExactly(new Row2<>("Ann", 7L), new Row2<>("Ann", 8L), new Row2<>("Bob", 9L));
    }

    @Test
    default void joinsChain() {
        ShopData.fill(db());

        var rows = db().fetch(select(USER.NAME, PRODUCT.NAME, LINE_ITEM.QUANTITY)
                .from(LINE_ITEM)
                .join(ORDER)
                .on(LINE_ITEM.ORDER_ID.eq(ORDER.ID))
                .join(USER)
                .on(USER.ID.eq(ORDER.USER_ID))
                .join(PRODUCT)
                .on((item, product) -> item.PRODUCT_ID.eq(product.ID))
                .where(PRODUCT.PRICE_IN_CENTS.lt(1000))
                .orderBy(LINE_ITEM.ID.asc()));

        assertThat(rows).containsExactly(new Row3<>("Ann", "Tea", 2), new Row3<>("Ann", "Cup", 1));
    }

    @Test
    default void leftJoinKeepsRowsWithoutAMatch() {
        ShopData.fill(db());
        Users referrer = alias(USER, "referrer");

        List<Referral> referrals = db().fetch(select(USER.NAME, referrer.NAME.as("referrer"))
                .as(Referral.class)
                .from(USER)
                .leftJoin(referrer)
                .on(USER.REFERRER_ID.eq(referrer.ID))
                .orderBy(USER.ID.asc()));

        assertThat(referrals)
                .containsExactly(new Referral("Ann", null), new Referral("Bob", "Ann"), new Referral("Cid", "Ann"));
    }

    @Test
    default void conditionOfALeftJoinDoesNotDropRows() {
        ShopData.fill(db());

        var rows = db().fetch(select(USER.NAME, ORDER.ID)
                .from(USER)
                .leftJoin(ORDER)
                .on((user, order) -> order.USER_ID.eq(user.ID).and(order.TOTAL_IN_CENTS.gt(0)))
                .orderBy(USER.ID.asc()));

        assertThat(rows)
                .extracting(Row2::value1, Row2::value2)
                .containsExactly(tuple("Ann", 7L), tuple("Bob", 9L), tuple("Cid", null));
    }

    @Test
    default void outerJoinedColumnIntoANonNullComponentIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();
        Users referrer = alias(USER, "referrer");

        assertThatThrownBy(() -> recording(sent)
                        .fetch(select(USER.NAME, referrer.NAME.as("referrer"))
                                .as(StrictReferral.class)
                                .from(USER)
                                .leftJoin(referrer)
                                .on(USER.REFERRER_ID.eq(referrer.ID))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("referrer");
        assertThat(sent).isEmpty();
    }

    @Test
    default void columnOfATableThatIsNotInFromIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> recording(sent).fetch(select(USER.NAME).from(ORDER)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("users.name");
        assertThat(sent).isEmpty();
    }

    @Test
    default void selfJoinFindsPairs() {
        ShopData.fill(db());
        Users referrer = alias(USER, "referrer");

        List<String> names = db().fetch(select(USER.NAME)
                .from(USER)
                .join(referrer)
                .on(USER.REFERRER_ID.eq(referrer.ID))
                .where(referrer.NAME.eq("Ann"))
                .orderBy(USER.NAME.asc()));

        assertThat(names).containsExactly("Bob", "Cid");
    }

    @Test
    default void groupsAreCountedSummedAndFiltered() {
        ShopData.fill(db());

        var rows = db().fetch(select(ORDER.USER_ID, count(), count(ORDER.NOTE), sum(ORDER.TOTAL_IN_CENTS))
                .from(ORDER)
                .groupBy(ORDER.USER_ID)
                .having(count().ge(1))
                .having(sum(ORDER.TOTAL_IN_CENTS).lt(2000))
                .orderBy(ORDER.USER_ID.asc()));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).value1()).isEqualTo(42);
        assertThat(rows.get(0).value2()).isEqualTo(2);
        assertThat(rows.get(0).value3()).isEqualTo(1);
        assertThat(rows.get(0).value4()).isEqualByComparingTo("1800");
    }

    @Test
    default void groupsSortByAnAggregate() {
        ShopData.fill(db());

        List<Long> users = db().fetch(
                        select(ORDER.USER_ID).from(ORDER).groupBy(ORDER.USER_ID).orderBy(count().asc()));

        assertThat(users).containsExactly(43L, 42L);
    }

    @Test
    default void distinctLeavesOutEqualRows() {
        ShopData.fill(db());

        assertThat(db().fetch(select(ORDER.USER_ID).from(ORDER).distinct().orderBy(ORDER.USER_ID.desc())))
                .containsExactly(43L, 42L);
        assertThat(db().fetch(select(ORDER.NOTE).from(ORDER).distinct())).containsExactlyInAnyOrder("gift", null);
    }

    @Test
    default void distinctAndGroupedRowsSortByWhereTheirNullsGo() {
        insertRanks(db(), 2, null, 2, 1);

        assertThat(db().fetch(select(NOTE.RANK)
                        .from(NOTE)
                        .distinct()
                        .orderBy(NOTE.RANK.desc().nullsFirst())))
                .containsExactly(null, 2, 1);
        assertThat(db().fetch(select(NOTE.RANK)
                        .from(NOTE)
                        .groupBy(NOTE.RANK)
                        .orderBy(NOTE.RANK.asc().nullsLast())))
                .containsExactly(1, 2, null);
    }

    @Test
    default void viewsAreMatchedByNameAndByPosition() {
        ShopData.fill(db());

        var byName =
                select(ORDER.NOTE, ORDER.ID).as(OrderView.class).from(ORDER).where(ORDER.ID.eq(7));
        var byPosition =
                select(ORDER.ID, ORDER.NOTE).as(OrderView::new).from(ORDER).where(ORDER.ID.eq(7));

        assertThat(db().fetchOne(byName)).isEqualTo(new OrderView(7, "gift"));
        assertThat(db().fetchOne(byPosition)).isEqualTo(new OrderView(7, "gift"));
    }

    @Test
    default void keyFindsItsRow() {
        ShopData.fill(db());

        assertThat(db().find(USER.KEY, 42)).contains(ShopData.ANN);
        assertThat(db().find(USER.KEY, -1)).isEmpty();
    }

    @Test
    default void fetchOneWantsExactlyOneRow() {
        ShopData.fill(db());

        assertThatThrownBy(() -> db().fetchOne(select().from(USER))).isInstanceOf(RowCountException.class);
        assertThatThrownBy(() -> db().fetchOne(select().from(USER).where(USER.ID.eq(-1))))
                .isInstanceOf(RowCountException.class);
        assertThatThrownBy(() -> db().fetchOptional(select().from(USER))).isInstanceOf(RowCountException.class);
    }
}
