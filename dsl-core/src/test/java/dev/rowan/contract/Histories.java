package dev.rowan.contract;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.util.List;

/** The tables of the shop as a history of orders sees them: with the columns that it shows. */
final class Histories {
    private Histories() {}

    record Customer(long id, String name, List<PlacedOrder> orders) {}

    record PlacedOrder(long id, long userId, int totalInCents, List<BoughtItem> lineItems) {}

    record BoughtItem(long id, long orderId, long productId, int quantity, Bought product) {}

    record Bought(long id, String name, int priceInCents) {}

    static final class Customers extends Table<Customer> {
        static final Customers CUSTOMER = new Customers(TableName.of("users"));

        final NumberColumn<Customer, Long> ID = bigint("id").primaryKey();
        final TextColumn<Customer, String> NAME = varchar("name", 100).notNull();
        final ToMany<Customer, PlacedOrder, PlacedOrders> ORDERS =
                hasMany("orders", () -> PlacedOrders.PLACED, o -> o.USER_ID);

        private Customers(TableName name) {
            super(name, Customer.class, Customers::new);
        }
    }

    static final class PlacedOrders extends Table<PlacedOrder> {
        static final PlacedOrders PLACED = new PlacedOrders(TableName.of("orders"));

        final NumberColumn<PlacedOrder, Long> ID = bigint("id").primaryKey();
        final NumberColumn<PlacedOrder, Long> USER_ID = bigint("user_id").notNull();
        final NumberColumn<PlacedOrder, Integer> TOTAL_IN_CENTS =
                integer("total_in_cents").notNull();
        final ToMany<PlacedOrder, BoughtItem, BoughtItems> LINE_ITEMS =
                hasMany("lineItems", () -> BoughtItems.BOUGHT_ITEM, i -> i.ORDER_ID);

        private PlacedOrders(TableName name) {
            super(name, PlacedOrder.class, PlacedOrders::new);
        }
    }

    static final class BoughtItems extends Table<BoughtItem> {
        static final BoughtItems BOUGHT_ITEM = new BoughtItems(TableName.of("line_items"));

        final NumberColumn<BoughtItem, Long> ID = bigint("id").primaryKey();
        final NumberColumn<BoughtItem, Long> ORDER_ID = bigint("order_id").notNull();
        final NumberColumn<BoughtItem, Long> PRODUCT_ID = bigint("product_id").notNull();
        final NumberColumn<BoughtItem, Integer> QUANTITY = integer("quantity").notNull();
        final ToOne<BoughtItem, Bought, BoughtProducts> PRODUCT =
                belongsTo("product", PRODUCT_ID, () -> BoughtProducts.BOUGHT);

        private BoughtItems(TableName name) {
            super(name, BoughtItem.class, BoughtItems::new);
        }
    }

    static final class BoughtProducts extends Table<Bought> {
        static final BoughtProducts BOUGHT = new BoughtProducts(TableName.of("products"));

        final NumberColumn<Bought, Long> ID = bigint("id").primaryKey();
        final TextColumn<Bought, String> NAME = varchar("name", 100).notNull();
        final NumberColumn<Bought, Integer> PRICE_IN_CENTS =
                integer("price_in_cents").notNull();

        private BoughtProducts(TableName name) {
            super(name, Bought.class, BoughtProducts::new);
        }
    }
}
