package dev.rowan.contract;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.repeat;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.execute.StatementEvent;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.row.Row2;
import dev.rowan.row.Row3;
import dev.rowan.schema.Include;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.LineItems;
import dev.rowan.shop.Order;
import dev.rowan.shop.OrderStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of an association as a value of a row. */
interface NestedRowsContract extends OpenDatabase {
    record ItemView(long productId, int quantity) {}

    record OrderView(long id, OrderStatus status, List<ItemView> items) {}

    record CustomerView(long id, String name) {}

    record ProductView(String name, int price) {}

    record BoughtView(int quantity, @Nullable ProductView product) {}

    record DeepOrderView(long id, @Nullable String note, List<BoughtView> items) {}

    record UserView(String name, List<DeepOrderView> orders) {}

    record IdsView(long id, List<Long> items) {}

    private void fill() {
        assumeTrue(db().dialect().support(Feature.NESTED_ROWS) != Support.REFUSED);
        ShopData.fill(db());
    }

    @Test
    default void rowsAreRecordsWithinARecordInOneStatement() {
        fill();
        List<StatementEvent> sent = new ArrayList<>();

        assertThat(recording(sent)
                        .fetch(select(
                                        ORDER.ID,
                                        ORDER.STATUS,
                                        ORDER.LINE_ITEMS
                                                .rows(i -> select(i.PRODUCT_ID, i.QUANTITY)
                                                        .as(ItemView::new))
                                                .as("items"))
                                .as(OrderView::new)
                                .from(ORDER)
                                .orderBy(ORDER.ID.asc())))
                .containsExactly(
                        new OrderView(7, OrderStatus.PAID, List.of(new ItemView(1, 2), new ItemView(2, 1))),
                        new OrderView(8, OrderStatus.PENDING, List.of()),
                        new OrderView(9, OrderStatus.SHIPPED, List.of(new ItemView(3, 1))));
        assertThat(sent).hasSize(1);
    }

    @Test
    default void rowsAreWhateverASelectMakesOfThem() {
        fill();

        assertThat(db().fetch(select(
                                ORDER.LINE_ITEMS.rows(i -> select(i.QUANTITY)),
                                ORDER.LINE_ITEMS.rows(i -> select(i.ID, i.QUANTITY)),
                                ORDER.LINE_ITEMS.rows(i -> select(i.QUANTITY, i.PRODUCT_ID)
                                        .as((quantity, product) -> quantity + "x" + product)))
                        .from(ORDER)
                        .where(ORDER.ID.eq(7))))
                .containsExactly(new Row3<>(
                        List.of(2, 1), List.of(new Row2<>(70L, 2), new Row2<>(71L, 1)), List.of("2x1", "1x2")));
        assertThat(db().fetch(select(ORDER.LINE_ITEMS.rows(
                                i -> select(i.QUANTITY, i.PRODUCT_ID).as(ItemView.class)))
                        .from(ORDER)
                        .where(ORDER.ID.eq(7))))
                .containsExactly(List.of(new ItemView(1, 2), new ItemView(2, 1)));
        assertThat(db().fetch(select(
                                ORDER.ID,
                                ORDER.LINE_ITEMS.rows(i -> select(i.ID)).as("items"))
                        .as(IdsView.class)
                        .from(ORDER)
                        .where(ORDER.ID.eq(7))))
                .containsExactly(new IdsView(7, List.of(70L, 71L)));
        List<Integer> quantities = db().fetchOne(select(ORDER.LINE_ITEMS.rows(i -> select(i.QUANTITY)))
                .from(ORDER)
                .where(ORDER.ID.eq(7)));
        assertThatThrownBy(() -> quantities.add(1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    default void wholeRecordsAreValues() {
        fill();

        List<LineItem> items =
                db().fetchOne(select(ORDER.LINE_ITEMS.rows()).from(ORDER).where(ORDER.ID.eq(7)));

        assertThat(items).containsExactly(ShopData.TWO_TEAS, ShopData.ONE_CUP);
        assertThat(items.get(0).product().isLoaded()).isFalse();
        assertThat(db().fetchOne(select(USER.ORDERS.where(o -> o.NOTE.isNull()).rows())
                        .from(USER)
                        .where(USER.ID.eq(42))))
                .containsExactly(ShopData.EMPTY);
        assertThat(db().fetchOne(select(USER.ORDERS.include(o -> o.LINE_ITEMS).rows())
                                .from(USER)
                                .where(USER.ID.eq(42)))
                        .get(0)
                        .lineItems())
                .containsExactly(ShopData.TWO_TEAS, ShopData.ONE_CUP);
        assertThatThrownBy(() -> USER.ORDERS.include(o -> o.LINE_ITEMS).rows(o -> select(o.ID)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("users.orders including");
        assertThatThrownBy(() -> USER.ORDERS.required().rows(o -> select(o.ID)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("users.orders required");
    }

    @Test
    default void rowOfAnAssociationToOneIsARecordOrNull() {
        fill();

        assertThat(db().fetch(select(
                                ORDER.CUSTOMER.row(u -> select(u.ID, u.NAME).as(CustomerView::new)))
                        .from(ORDER)
                        .orderBy(ORDER.ID.asc())))
                .containsExactly(new CustomerView(42, "Ann"), new CustomerView(42, "Ann"), new CustomerView(43, "Bob"));
        assertThat(db().fetch(select(
                                USER.REFERRER.row(u -> select(u.NAME)),
                                USER.REFERRER.where(u -> u.ACTIVE).rows(u -> select(u.REFERRER_ID)))
                        .from(USER)
                        .orderBy(USER.ID.asc())))
                .containsExactly(
                        new Row2<>(null, List.of()),
                        new Row2<>("Ann", Collections.singletonList(null)),
                        new Row2<>("Ann", Collections.singletonList(null)));
    }

    @Test
    default void rowsNestToAnyDepth() {
        fill();

        assertThat(db().fetch(select(
                                USER.NAME,
                                USER.ORDERS
                                        .rows(o -> select(
                                                        o.ID,
                                                        o.NOTE,
                                                        o.LINE_ITEMS
                                                                .orderBy(i -> i.QUANTITY.asc())
                                                                .rows(i -> select(
                                                                                i.QUANTITY,
                                                                                i.PRODUCT
                                                                                        .row(p -> select(
                                                                                                        p.NAME,
                                                                                                        p.PRICE_IN_CENTS
                                                                                                                .as(
                                                                                                                        "price"))
                                                                                                .as(ProductView::new))
                                                                                        .as("product"))
                                                                        .as(BoughtView::new))
                                                                .as("items"))
                                                .as(DeepOrderView::new))
                                        .as("orders"))
                        .as(UserView::new)
                        .from(USER)
                        .orderBy(USER.ID.asc())))
                .containsExactly(
                        new UserView(
                                "Ann",
                                List.of(
                                        new DeepOrderView(
                                                7,
                                                "gift",
                                                List.of(
                                                        new BoughtView(1, new ProductView("Cup", 900)),
                                                        new BoughtView(2, new ProductView("Tea", 450)))),
                                        new DeepOrderView(8, null, List.of()))),
                        new UserView(
                                "Bob",
                                List.of(new DeepOrderView(
                                        9, null, List.of(new BoughtView(1, new ProductView("Pot", 2500)))))),
                        new UserView("Cid", List.of()));
    }

    @Test
    default void limitsNest() {
        fill();

        assertThat(db().fetch(select(USER.ORDERS
                                .orderBy(o -> o.TOTAL_IN_CENTS.desc())
                                .limit(1)
                                .rows(o -> select(
                                        o.ID,
                                        o.LINE_ITEMS
                                                .orderBy(i -> i.ID.desc())
                                                .limit(1)
                                                .rows(i -> select(i.ID)),
                                        o.LINE_ITEMS.rows(i -> select(i.QUANTITY)))))
                        .from(USER)
                        .orderBy(USER.ID.asc())))
                .containsExactly(
                        List.of(new Row3<>(7L, List.of(71L), List.of(2, 1))),
                        List.of(new Row3<>(9L, List.of(90L), List.of(1))),
                        List.of());
    }

    @Test
    default void nestedSelectReadsOtherTablesToo() {
        fill();

        assertThat(db().fetch(select(USER.ORDERS
                                .orderBy(o -> o.LINE_ITEMS.count().asc())
                                .limit(2)
                                .rows(o -> select(o.LINE_ITEMS.count(), o.ID.plus(USER.ID))))
                        .from(USER)
                        .orderBy(USER.ID.asc())))
                .containsExactly(
                        List.of(new Row2<>(0L, 50L), new Row2<>(2L, 49L)), List.of(new Row2<>(1L, 52L)), List.of());
        var items = ORDER.LINE_ITEMS.rows(i -> select(i.ID)).as("items");
        var orders = derived(select(ORDER.ID, items).from(ORDER), "o");
        assertThat(db().fetch(select(orders.get(items))
                        .from(orders)
                        .orderBy(orders.get(ORDER.ID).desc())))
                .containsExactly(List.of(90L), List.of(), List.of(70L, 71L));
        assertThat(db().fetch(select(USER.NAME, ORDER.LINE_ITEMS.rows(i -> select(i.ID, USER.NAME)))
                        .from(USER)
                        .leftJoin(ORDER)
                        .on(ORDER.USER_ID.eq(USER.ID).and(ORDER.ID.ne(8)))
                        .orderBy(USER.ID.desc())))
                .containsExactly(
                        new Row2<>("Cid", List.of()),
                        new Row2<>("Bob", List.of(new Row2<>(90L, "Bob"))),
                        new Row2<>("Ann", List.of(new Row2<>(70L, "Ann"), new Row2<>(71L, "Ann"))));
        assertThat(db().fetch(select(USER.ID, USER.ORDERS.rows(o -> select(o.ID)), count())
                        .from(USER)
                        .join(ORDER)
                        .on(ORDER.USER_ID.eq(USER.ID))
                        .groupBy(USER.ID)
                        .orderBy(USER.ID.asc())))
                .containsExactly(new Row3<>(42L, List.of(7L, 8L), 2L), new Row3<>(43L, List.of(9L), 1L));
    }

    private List<LineItem> manyItems() {
        return ShopData.insertOrders(db(), 44, 20, new Random(20_261_121));
    }

    /** Random refinements against what Java finds in the same records. */
    @Test
    default void rowsOfARefinedIncludeAreWhatTheIncludeLoads() {
        fill();
        assertThat(manyItems()).isNotEmpty();
        Random random = new Random(20_261_122);
        for (int round = 0; round < 20; round++) {
            int least = random.nextInt(4);
            boolean byQuantity = random.nextBoolean();
            int limit = random.nextInt(4);
            Include<Order, LineItem, LineItems> include = ORDER.LINE_ITEMS.where(i -> i.QUANTITY.ge(least));
            include = byQuantity ? include.orderBy(i -> i.QUANTITY.desc()) : include;
            include = limit > 0 ? include.limit(limit) : include;

            List<List<Long>> expected =
                    db().fetch(select().from(ORDER).include(include).orderBy(ORDER.ID.asc())).stream()
                            .map(order ->
                                    order.lineItems().stream().map(LineItem::id).toList())
                            .toList();
            assertThat(db().fetch(select(include.rows(i -> select(i.ID)))
                            .from(ORDER)
                            .orderBy(ORDER.ID.asc())))
                    .as("%s", include)
                    .isEqualTo(expected);
        }
    }

    @Test
    default void siblingsDoNotMultiply() {
        fill();
        for (int i = 0; i < 10; i++) {
            db().execute(insertInto(ORDER)
                    .row(new Order(0, "n" + i, 44, OrderStatus.PAID, i, Many.unloaded(), One.unloaded())));
        }

        assertThat(db().fetch(select(
                                USER.ORDERS.rows(o -> select(o.NOTE)),
                                USER.ORDERS
                                        .orderBy(o -> o.TOTAL_IN_CENTS.desc())
                                        .rows(o -> select(o.TOTAL_IN_CENTS)))
                        .from(USER)
                        .where(USER.ID.eq(44))))
                .containsExactly(new Row2<>(
                        IntStream.range(0, 10).mapToObj(i -> "n" + i).toList(),
                        IntStream.range(0, 10).mapToObj(i -> 9 - i).toList()));
    }

    @Test
    default void equalRowsMakeEqualQueries() {
        assertThat(select(ORDER.LINE_ITEMS.limit(3).rows(i -> select(i.ID))).from(ORDER))
                .isEqualTo(select(ORDER.LINE_ITEMS.limit(3).rows(i -> select(i.ID)))
                        .from(ORDER))
                .isNotEqualTo(select(ORDER.LINE_ITEMS.limit(4).rows(i -> select(i.ID)))
                        .from(ORDER))
                .isNotEqualTo(select(ORDER.LINE_ITEMS.limit(3).rows(i -> select(i.ORDER_ID)))
                        .from(ORDER));
    }

    @Test
    default void rowsBeyondMegabytesAreWhole() {
        fill();
        String note = "y".repeat(200);
        for (int i = 0; i < 30; i++) {
            db().execute(insertInto(ORDER)
                    .row(new Order(0, note, 44, OrderStatus.PAID, i, Many.unloaded(), One.unloaded()))
                    .set(ORDER.ID, 100 + i));
        }

        var rows = db().fetch(select(
                        USER.ORDERS.rows(o -> select(repeat(o.NOTE, 500))),
                        USER.ORDERS
                                .orderBy(o -> o.TOTAL_IN_CENTS.desc())
                                .limit(25)
                                .rows(o -> select(o.TOTAL_IN_CENTS, repeat(o.NOTE, 500))),
                        USER.ORDERS.rows(o -> select(o.CUSTOMER.row(u -> select(repeat(o.NOTE, 500))))))
                .from(USER)
                .orderBy(USER.NAME.desc()));

        assertThat(rows.get(0).value1()).hasSize(30).allMatch(text -> text != null && text.length() == 100_000);
        assertThat(rows.get(0).value2())
                .hasSize(25)
                .allMatch(row -> String.valueOf(row.value2()).length() == 100_000);
        assertThat(rows.get(0).value2().get(24).value1()).isEqualTo(5);
        assertThat(rows.get(0).value3()).hasSize(30).allMatch(text -> text != null && text.length() == 100_000);
    }
}
