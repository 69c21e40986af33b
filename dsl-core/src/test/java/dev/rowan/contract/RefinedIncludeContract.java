package dev.rowan.contract;

import static dev.rowan.expression.Functions.noCondition;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.execute.StatementEvent;
import dev.rowan.schema.Include;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.LineItems;
import dev.rowan.shop.Order;
import dev.rowan.shop.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which of the associated records an include loads, in what order, and how many of each parent. */
interface RefinedIncludeContract extends OpenDatabase {
    private List<List<Long>> itemsOfOrders(Include<Order, LineItem, ?> include) {
        return db().fetch(select().from(ORDER).include(include).orderBy(ORDER.ID.asc())).stream()
                .map(order -> order.lineItems().stream().map(LineItem::id).toList())
                .toList();
    }

    @Test
    default void whereLoadsSomeOfTheRecordsAndEveryParent() {
        ShopData.fill(db());

        assertThat(itemsOfOrders(ORDER.LINE_ITEMS.where(i -> i.QUANTITY.gt(1))))
                .containsExactly(List.of(70L), List.of(), List.of());
        assertThat(itemsOfOrders(ORDER.LINE_ITEMS.where(i -> i.QUANTITY.gt(0)).where(i -> i.PRODUCT_ID.ne(1))))
                .containsExactly(List.of(71L), List.of(), List.of(90L));
        assertThat(itemsOfOrders(ORDER.LINE_ITEMS.where(i -> noCondition())))
                .containsExactly(List.of(70L, 71L), List.of(), List.of(90L));
    }

    @Test
    default void requiredLeavesParentsOutThatHaveNone() {
        ShopData.fill(db());

        assertThat(itemsOfOrders(ORDER.LINE_ITEMS.required())).containsExactly(List.of(70L, 71L), List.of(90L));
        assertThat(itemsOfOrders(ORDER.LINE_ITEMS.where(i -> i.QUANTITY.eq(1)).required()))
                .containsExactly(List.of(71L), List.of(90L));
        assertThat(db().fetch(select().from(USER)
                        .include(u -> u.ORDERS
                                .include(o -> o.LINE_ITEMS
                                        .where(i -> i.QUANTITY.gt(1))
                                        .required())
                                .required())))
                .extracting(User::id)
                .containsExactly(42L);
        assertThat(db().fetchOptional(select().from(USER)
                        .where(u -> u.ID.eq(43))
                        .include(u -> u.REFERRER.where(r -> r.NAME.eq("Bob")).required())))
                .isEmpty();
    }

    @Test
    default void oneThatIsFilteredAwayIsNone() {
        ShopData.fill(db());

        assertThat(db().fetch(select().from(USER)
                        .include(u -> u.REFERRER.where(r -> r.NAME.eq("Bob")))
                        .orderBy(USER.ID.asc())))
                .extracting(user -> user.referrer().optional())
                .allMatch(Optional::isEmpty);
        assertThat(db().fetch(select().from(USER)
                        .include(u -> u.REFERRER.where(r -> r.NAME.eq("Ann")))
                        .orderBy(USER.ID.asc())))
                .extracting(user -> user.referrer().optional().map(User::id).orElse(0L))
                .containsExactly(0L, 42L, 42L);
    }

    @Test
    default void limitIsThatOfEachParent() {
        ShopData.fill(db());
        List<StatementEvent> sent = new ArrayList<>();

        assertThat(itemsOfOrders(ORDER.LINE_ITEMS.orderBy(i -> i.QUANTITY.asc()).limit(1)))
                .containsExactly(List.of(71L), List.of(), List.of(90L));
        assertThat(itemsOfOrders(ORDER.LINE_ITEMS.limit(1))).containsExactly(List.of(70L), List.of(), List.of(90L));
        assertThat(recording(sent)
                        .fetch(select().from(USER)
                                .include(u -> u.ORDERS
                                        .orderBy(o -> o.TOTAL_IN_CENTS.desc())
                                        .limit(1)
                                        .include(o -> o.LINE_ITEMS
                                                .orderBy(i -> i.ID.desc())
                                                .limit(1)
                                                .include(i -> i.PRODUCT)))
                                .orderBy(USER.ID.asc()))
                        .stream()
                        .flatMap(user -> user.orders().stream())
                        .flatMap(order -> order.lineItems().stream())
                        .map(item -> item.product().get().name()))
                .containsExactly("Cup", "Pot");
        assertThat(sent).hasSize(3);
        assertThatThrownBy(() -> ORDER.LINE_ITEMS.limit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ORDER.CUSTOMER.limit(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void equalRefinementsMakeEqualQueries() {
        assertThat(ORDER.LINE_ITEMS.where(i -> i.QUANTITY.gt(1)).limit(3))
                .isEqualTo(ORDER.LINE_ITEMS.where(i -> i.QUANTITY.gt(1)).limit(3))
                .hasSameHashCodeAs(ORDER.LINE_ITEMS.where(i -> i.QUANTITY.gt(1)).limit(3))
                .isNotEqualTo(ORDER.LINE_ITEMS.where(i -> i.QUANTITY.gt(2)).limit(3))
                .isNotEqualTo(
                        ORDER.LINE_ITEMS.where(i -> i.QUANTITY.gt(1)).limit(3).required());
    }

    /** Random refinements against what Java finds in the same records. */
    @Test
    default void refinementsFindWhatAModelFinds() {
        ShopData.fill(db());
        Random random = new Random(20_261_121);
        List<LineItem> items = ShopData.insertOrders(db(), 42, 30, random);
        for (int round = 0; round < 40; round++) {
            int least = random.nextInt(4);
            long product = random.nextInt(4);
            boolean byQuantity = random.nextBoolean();
            int limit = random.nextInt(4);
            boolean required = random.nextBoolean();
            Include<Order, LineItem, LineItems> include =
                    ORDER.LINE_ITEMS.where(i -> i.QUANTITY.ge(least).and(i.PRODUCT_ID.ne(product)));
            include = byQuantity ? include.orderBy(i -> i.QUANTITY.desc()) : include;
            include = limit > 0 ? include.limit(limit) : include;
            include = required ? include.required() : include;

            List<String> expected = new ArrayList<>();
            for (long order = 100; order < 130; order++) {
                long id = order;
                List<Long> found = items.stream()
                        .filter(i -> i.orderId() == id && i.quantity() >= least && i.productId() != product)
                        .sorted(
                                byQuantity
                                        ? Comparator.comparing(LineItem::quantity)
                                                .reversed()
                                                .thenComparing(LineItem::id)
                                        : Comparator.comparing(LineItem::id))
                        .map(LineItem::id)
                        .toList();
                if (!required || !found.isEmpty()) {
                    expected.add(id + "" + found.subList(0, limit == 0 ? found.size() : Math.min(limit, found.size())));
                }
            }

            assertThat(db()
                            .fetch(select().from(ORDER)
                                    .where(ORDER.ID.ge(100))
                                    .include(include)
                                    .orderBy(ORDER.ID.asc()))
                            .stream()
                            .map(order -> order.id() + ""
                                    + order.lineItems().stream()
                                            .map(LineItem::id)
                                            .toList()))
                    .as("%s", include)
                    .containsExactlyElementsOf(expected);
        }
    }
}
