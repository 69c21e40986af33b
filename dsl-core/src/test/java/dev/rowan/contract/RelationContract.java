package dev.rowan.contract;

import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.nullIf;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.expression.Condition;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.row.Row2;
import dev.rowan.shop.Order;
import dev.rowan.shop.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a query asks of the rows that an association leads to. */
interface RelationContract extends OpenDatabase {
    private List<Long> ordersWhere(Condition condition) {
        return db().fetch(select(ORDER.ID).from(ORDER).where(condition).orderBy(ORDER.ID.asc()));
    }

    private List<Long> usersWhere(Condition condition) {
        return db().fetch(select(USER.ID).from(USER).where(condition).orderBy(USER.ID.asc()));
    }

    @Test
    default void anyNoneAndAllAskTheRelatedRows() {
        ShopData.fill(db());

        assertThat(ordersWhere(ORDER.LINE_ITEMS.any())).containsExactly(7L, 9L);
        assertThat(ordersWhere(ORDER.LINE_ITEMS.none())).containsExactly(8L);
        assertThat(ordersWhere(ORDER.LINE_ITEMS.any(i -> i.QUANTITY.gt(1)))).containsExactly(7L);
        assertThat(ordersWhere(ORDER.LINE_ITEMS.none(i -> i.QUANTITY.gt(1)))).containsExactly(8L, 9L);
        assertThat(ordersWhere(ORDER.LINE_ITEMS.all(i -> i.QUANTITY.eq(1)))).containsExactly(8L, 9L);
        assertThat(ordersWhere(
                        ORDER.LINE_ITEMS.any(i -> i.QUANTITY.eq(1)).and(ORDER.LINE_ITEMS.any(i -> i.QUANTITY.eq(2)))))
                .containsExactly(7L);
    }

    @Test
    default void allIsFalseWhereTheConditionIsUnknown() {
        ShopData.fill(db());

        assertThat(ordersWhere(ORDER.LINE_ITEMS.all(i -> nullIf(i.QUANTITY, 2).gt(0))))
                .containsExactly(8L, 9L);
        assertThat(ordersWhere(ORDER.LINE_ITEMS.any(i -> nullIf(i.QUANTITY, 2).gt(0))))
                .containsExactly(7L, 9L);
        assertThat(ordersWhere(ORDER.LINE_ITEMS.none(i -> nullIf(i.QUANTITY, 1).gt(0))))
                .containsExactly(8L, 9L);
    }

    @Test
    default void relationsNest() {
        ShopData.fill(db());

        assertThat(usersWhere(USER.ORDERS.any(o -> o.LINE_ITEMS.any(i -> i.QUANTITY.gt(1)))))
                .containsExactly(42L);
        assertThat(usersWhere(USER.ORDERS.all(o -> o.LINE_ITEMS.any()))).containsExactly(43L, 44L);
        assertThat(usersWhere(USER.ORDERS.any(
                        o -> o.TOTAL_IN_CENTS.gt(0).and(o.LINE_ITEMS.count().gt(1)))))
                .containsExactly(42L);
    }

    @Test
    default void relationsBelongToAliases() {
        ShopData.fill(db());
        var boss = alias(USER, "boss");

        assertThat(db().fetch(select(USER.ID)
                        .from(USER)
                        .join(boss)
                        .on(USER.REFERRER_ID.eq(boss.ID))
                        .where(boss.ORDERS.count().gt(1))
                        .orderBy(USER.ID.asc())))
                .containsExactly(43L, 44L);
    }

    @Test
    default void countsAndSumsAreValues() {
        ShopData.fill(db());

        assertThat(db().fetch(select(USER.ID, USER.ORDERS.count())
                        .from(USER)
                        .orderBy(USER.ORDERS.count().desc(), USER.ID.asc())))
                .containsExactly(new Row2<>(42L, 2L), new Row2<>(43L, 1L), new Row2<>(44L, 0L));
        assertThat(db().fetch(select(USER.ORDERS.count(o -> o.STATUS.eq(OrderStatus.PAID)))
                        .from(USER)
                        .orderBy(USER.ID.asc())))
                .containsExactly(1L, 0L, 0L);
        assertThat(db().fetch(select(USER.ORDERS.sum(o -> o.TOTAL_IN_CENTS))
                        .from(USER)
                        .orderBy(USER.ID.asc())))
                .usingElementComparator((a, b) -> a == null || b == null ? (a == b ? 0 : 1) : a.compareTo(b))
                .containsExactly(new BigDecimal(1800), new BigDecimal(2500), null);
        assertThat(db().fetch(select(USER.ORDERS.aggregate(o -> max(o.NOTE)))
                        .from(USER)
                        .orderBy(USER.ID.asc())))
                .containsExactly("gift", null, null);
        assertThat(db().execute(insertInto(ORDER)
                        .row(new Order(0, "more", 44, OrderStatus.PAID, 1, Many.unloaded(), One.unloaded()))))
                .isEqualTo(1);
        assertThat(usersWhere(USER.ORDERS.sum(o -> o.TOTAL_IN_CENTS).gt(2000))).containsExactly(43L);
    }

    @Test
    default void relationWithinTheSameIsRefused() {
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> recording(sent)
                        .fetch(select().from(USER).where(USER.ORDERS.any(o -> USER.ORDERS.any(p -> p.ID.ne(o.ID))))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("users.orders")
                .hasMessageContaining("alias");
        assertThat(sent).isEmpty();
    }

    @Test
    default void equalRelationsMakeEqualQueries() {
        assertThat(select().from(ORDER).where(ORDER.LINE_ITEMS.any(i -> i.QUANTITY.gt(3))))
                .isEqualTo(select().from(ORDER).where(ORDER.LINE_ITEMS.any(i -> i.QUANTITY.gt(3))))
                .isNotEqualTo(select().from(ORDER).where(ORDER.LINE_ITEMS.any(i -> i.QUANTITY.gt(4))));
    }
}
