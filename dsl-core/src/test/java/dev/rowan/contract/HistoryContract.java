package dev.rowan.contract;

import static dev.rowan.contract.Histories.Customers.CUSTOMER;
import static dev.rowan.query.Sql.select;
import static dev.rowan.schema.IncludeStrategy.JSON;
import static dev.rowan.schema.IncludeStrategy.KEYED;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.Histories.Customer;
import dev.rowan.execute.StatementEvent;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import dev.rowan.schema.Include;
import dev.rowan.schema.IncludeStrategy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The history of a user's orders: four tables, of which some columns are read and others, such as secrets, are not. */
interface HistoryContract extends OpenDatabase {
    String PRINTED = "Customer[id=42, name=Ann, orders=["
            + "PlacedOrder[id=7, userId=42, totalInCents=1800, lineItems=["
            + "BoughtItem[id=70, orderId=7, productId=1, quantity=2, product=Bought[id=1, name=Tea, priceInCents=450]], "
            + "BoughtItem[id=71, orderId=7, productId=2, quantity=1, product=Bought[id=2, name=Cup, priceInCents=900]]]], "
            + "PlacedOrder[id=8, userId=42, totalInCents=0, lineItems=[]]]]";

    private static Include<Customer, Histories.PlacedOrder, Histories.PlacedOrders> orders(IncludeStrategy strategy) {
        return CUSTOMER.ORDERS
                .strategy(strategy)
                .include(o -> o.LINE_ITEMS.strategy(strategy).include(i -> i.PRODUCT.strategy(strategy)));
    }

    @Test
    default void historyComesByKeysInFourStatements() {
        ShopData.fill(db());
        List<StatementEvent> sent = new ArrayList<>();

        Customer history = db().withListener(sent::add)
                .fetchOne(select().from(CUSTOMER).where(CUSTOMER.ID.eq(42)).include(orders(KEYED)));

        assertThat(history).hasToString(PRINTED);
        assertThat(sent).hasSize(4).noneMatch(event -> event.sql().text().contains("email"));
    }

    @Test
    default void historyComesAsJsonInOneStatement() {
        Assumptions.assumeTrue(db().dialect().support(Feature.NESTED_ROWS) != Support.REFUSED);
        ShopData.fill(db());
        List<StatementEvent> sent = new ArrayList<>();

        Customer history = db().withListener(sent::add)
                .fetchOne(select().from(CUSTOMER).where(CUSTOMER.ID.eq(42)).include(orders(JSON)));

        assertThat(history).hasToString(PRINTED);
        assertThat(sent).hasSize(1).noneMatch(event -> event.sql().text().contains("email"));
    }

    record ItemLine(int quantity, String name, int priceInCents) {}

    record OrderLine(long id, List<ItemLine> items) {}

    record UserLine(String name, List<OrderLine> orders) {}

    @Test
    default void historyComesInTheShapeThatIsAskedFor() {
        Assumptions.assumeTrue(db().dialect().support(Feature.NESTED_ROWS) != Support.REFUSED);
        ShopData.fill(db());

        UserLine line = db().fetchOne(select(
                        USER.NAME,
                        USER.ORDERS
                                .where(o -> o.STATUS.isNotNull())
                                .rows(o -> select(
                                                o.ID,
                                                o.LINE_ITEMS
                                                        .orderBy(i -> i.PRODUCT
                                                                .path()
                                                                .NAME
                                                                .asc())
                                                        .limit(5)
                                                        .rows(i -> select(
                                                                        i.QUANTITY,
                                                                        i.PRODUCT.path().NAME,
                                                                        i.PRODUCT.path().PRICE_IN_CENTS)
                                                                .as(ItemLine::new))
                                                        .as("items"))
                                        .as(OrderLine::new))
                                .as("orders"))
                .as(UserLine::new)
                .from(USER)
                .where(USER.ID.eq(42)));

        assertThat(line)
                .hasToString("UserLine[name=Ann, orders=[OrderLine[id=7, items=["
                        + "ItemLine[quantity=1, name=Cup, priceInCents=900], ItemLine[quantity=2, name=Tea, priceInCents=450]]], "
                        + "OrderLine[id=8, items=[]]]]");
        assertThat(db().fetch(select(
                                        ORDER.ID,
                                        ORDER.CUSTOMER.row(u -> select(u.NAME)).as("customer"))
                                .from(ORDER)
                                .orderBy(ORDER.ID.asc()))
                        .get(0))
                .isEqualTo(new Row2<>(7L, "Ann"));
    }
}
