package dev.rowan.contract;

import static dev.rowan.contract.Baskets.BASKET;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.schema.IncludeStrategy.KEYED;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rowan.contract.Baskets.Basket;
import dev.rowan.contract.Baskets.Buyer;
import dev.rowan.contract.Baskets.Line;
import dev.rowan.contract.Baskets.Referrer;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.NotIncludedException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.Order;
import dev.rowan.shop.OrderStatus;
import dev.rowan.shop.Orders;
import dev.rowan.shop.User;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Associated records: right, complete, and in a number of statements that does not depend on the number of parents. */
interface IncludeContract extends OpenDatabase {
    @Test
    default void parentWithoutChildrenHasAnEmptyList() {
        ShopData.fill(db());

        User cid = db().fetchOne(select().from(USER).where(USER.ID.eq(44)).include(USER.ORDERS));

        assertThat(cid.orders()).isEmpty();
    }

    @Test
    default void childrenComeInTheOrderOfTheirKeys() {
        ShopData.fill(db());

        User ann = db().fetchOne(select().from(USER).where(USER.ID.eq(42)).include(USER.ORDERS));

        assertThat(ann.orders()).containsExactly(ShopData.GIFT, ShopData.EMPTY);
    }

    @Test
    default void belongsToLoadsTheRecordThatTheKeyPointsAt() {
        ShopData.fill(db());

        List<Order> orders =
                db().fetch(select().from(ORDER).orderBy(o -> o.ID.asc()).include(ORDER.CUSTOMER));

        assertThat(orders)
                .extracting(Order::customer)
                .containsExactly(One.of(ShopData.ANN), One.of(ShopData.ANN), One.of(ShopData.BOB));
    }

    @Test
    default void nullKeyLeadsToNone() {
        ShopData.fill(db());

        List<User> users =
                db().fetch(select().from(USER).orderBy(u -> u.ID.asc()).include(USER.REFERRER));

        assertThat(users)
                .extracting(User::referrer)
                .containsExactly(One.none(), One.of(ShopData.ANN), One.of(ShopData.ANN));
    }

    @Test
    default void whatWasNotIncludedSaysSo() {
        ShopData.fill(db());

        Order order = db().fetchOne(select().from(ORDER).where(ORDER.ID.eq(7)).include(ORDER.LINE_ITEMS));

        assertThatThrownBy(() -> order.customer().get())
                .isInstanceOf(NotIncludedException.class)
                .hasMessageContaining("Order.customer");
        assertThat(order.lineItems().get(0).product()).isEqualTo(One.unloaded());
    }

    @Test
    default void includesNestThreeLevelsDeep() {
        ShopData.fill(db());

        User ann = db().fetchOne(select().from(USER)
                .where(USER.ID.eq(42))
                .include(u -> u.ORDERS.include(o -> o.LINE_ITEMS.include(i -> i.PRODUCT))));

        List<LineItem> items = ann.orders().get(0).lineItems();
        assertThat(items).extracting(item -> item.product().get()).containsExactly(ShopData.TEA, ShopData.CUP);
        assertThat(ann.orders().get(1).lineItems()).isEmpty();
    }

    @Test
    default void severalAssociationsAreIncludedSideBySide() {
        ShopData.fill(db());
        List<StatementEvent> sent = new ArrayList<>();

        Order order = recording(sent)
                .fetchOne(select().from(ORDER)
                        .where(ORDER.ID.eq(7))
                        .include(ORDER.CUSTOMER)
                        .include(ORDER.LINE_ITEMS.include(LINE_ITEM.PRODUCT).include(LINE_ITEM.ORDER)));

        assertThat(sent).hasSize(2); // one record comes by a join
        assertThat(order.customer().get()).isEqualTo(ShopData.ANN);
        assertThat(order.lineItems().get(1).product().get()).isEqualTo(ShopData.CUP);
        assertThat(order.lineItems().get(1).order().get()).isEqualTo(ShopData.GIFT);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "50, 4", "10000, 8"})
    default void statementsDependOnTheNumberOfKeysOnlyByTheChunk(int parents, int statements) {
        insertUsersWithOneOrderEach(parents);
        List<StatementEvent> sent = new ArrayList<>();

        List<User> users = recording(sent)
                .fetch(select().from(USER)
                        .include(u -> u.ORDERS.include(o -> o.LINE_ITEMS.include(i -> i.PRODUCT.strategy(KEYED)))));

        assertThat(sent).hasSize(statements); // at most 4096 keys in each
        assertThat(users).hasSize(parents).allSatisfy(user -> {
            assertThat(user.orders()).hasSize(1);
            assertThat(user.orders().get(0).lineItems())
                    .extracting(item -> item.quantity(), item -> item.product().get())
                    .containsExactly(tuple((int) user.id(), ShopData.TEA));
        });
    }

    private void insertUsersWithOneOrderEach(int count) {
        db().execute(insertInto(PRODUCT).row(ShopData.TEA).set(PRODUCT.ID, 1));
        for (int from = 0; from < count; from += 5000) {
            List<User> users = LongStream.range(from, Math.min(count, from + 5000))
                    .mapToObj(i -> new User(0, "u" + i, "u" + i, true, null, Many.unloaded(), One.unloaded()))
                    .toList();
            db().execute(insertInto(USER).rows(users));
        }
        for (List<Long> ids : chunks(db().fetch(select(USER.ID).from(USER)))) {
            db().execute(insertInto(ORDER)
                    .rows(ids.stream().map(IncludeContract::order).toList()));
        }
        for (List<Order> orders : chunks(db().fetch(select().from(ORDER)))) {
            db().execute(insertInto(LINE_ITEM)
                    .rows(orders.stream().map(IncludeContract::item).toList()));
        }
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += 5000) {
            chunks.add(all.subList(from, Math.min(all.size(), from + 5000)));
        }
        return chunks;
    }

    private static Order order(long userId) {
        return new Order(0, null, userId, OrderStatus.PAID, 0, Many.unloaded(), One.unloaded());
    }

    private static LineItem item(Order order) {
        return new LineItem(0, order.id(), 1, (int) order.userId(), One.unloaded(), One.unloaded());
    }

    @Test
    default void componentsMayBeListsAndRecordsThemselves() {
        ShopData.fill(db());

        List<Basket> baskets = db().fetch(select().from(BASKET)
                .orderBy(b -> b.ID.asc())
                .include(b -> b.LINES)
                .include(b -> b.BUYER.include(buyer -> buyer.REFERRER)));

        Buyer ann = new Buyer(42, null, null);
        assertThat(baskets)
                .containsExactly(
                        new Basket(7, 42, List.of(new Line(70, 7), new Line(71, 7)), ann),
                        new Basket(8, 42, List.of(), ann),
                        new Basket(9, 43, List.of(new Line(90, 9)), new Buyer(43, 42L, new Referrer(42))));
    }

    @Test
    default void constructorThatCopiesItsListGetsTheFullList() {
        ShopData.fill(db());

        Basket basket = db().fetchOne(select().from(BASKET)
                .where(b -> b.ID.eq(7))
                .include(b -> b.LINES)
                .include(b -> b.BUYER.include(buyer -> buyer.REFERRER)));

        assertThat(basket.lines()).containsExactly(new Line(70, 7), new Line(71, 7));
    }

    @Test
    default void includeWithinATransactionSeesItsInserts() {
        ShopData.fill(db());
        List<StatementEvent> sent = new ArrayList<>();

        Order order = recording(sent).transaction(tx -> {
            tx.execute(insertInto(LINE_ITEM)
                    .set(LINE_ITEM.ID, 80)
                    .set(LINE_ITEM.ORDER_ID, 8)
                    .set(LINE_ITEM.PRODUCT_ID, 1)
                    .set(LINE_ITEM.QUANTITY, 3));
            return tx.fetchOne(select().from(ORDER).where(ORDER.ID.eq(8)).include(ORDER.LINE_ITEMS));
        });

        assertThat(order.lineItems()).extracting(LineItem::id).containsExactly(80L);
        assertThat(sent).hasSize(3);
    }

    @Test
    default void noParentNeedsNoFurtherStatement() {
        List<StatementEvent> sent = new ArrayList<>();

        List<Order> orders = recording(sent).fetch(select().from(ORDER).include(ORDER.LINE_ITEMS));

        assertThat(orders).isEmpty();
        assertThat(sent).hasSize(1);
    }

    @Test
    default void aliasIncludesItsOwnAssociations() {
        ShopData.fill(db());
        Orders large = alias(ORDER, "large");

        Order order = db().fetchOne(select().from(large).where(o -> o.ID.eq(9)).include(o -> o.LINE_ITEMS));

        assertThat(order.lineItems()).containsExactly(ShopData.ONE_POT);
    }

    @Test
    default void associationOfAnotherAliasIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();
        Orders other = alias(ORDER, "other");

        assertThatThrownBy(() -> recording(sent).fetch(select().from(ORDER).include(other.LINE_ITEMS)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("orders.lineItems");
        assertThat(sent).isEmpty();
    }

    @Test
    default void associationIncludedTwiceIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> recording(sent)
                        .fetch(select().from(ORDER).include(ORDER.CUSTOMER).include(ORDER.CUSTOMER)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("orders.customer");
        assertThat(sent).isEmpty();
    }
}
