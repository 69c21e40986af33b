package dev.rowan.example.shop;

import static dev.rowan.example.shop.Orders.ORDER;
import static dev.rowan.example.shop.Products.PRODUCT;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToOne;

/** The products of an order. */
public final class OrderItems extends Table<OrderItem> {
    public static final OrderItems ORDER_ITEM = new OrderItems(TableName.of("order_items"));

    public final NumberColumn<OrderItem, Long> ORDER_ID =
            bigint("order_id").references(() -> ORDER.ID).primaryKey();
    public final NumberColumn<OrderItem, Long> PRODUCT_ID =
            bigint("product_id").references(() -> PRODUCT.ID).primaryKey();
    public final NumberColumn<OrderItem, Integer> QUANTITY =
            integer("quantity").notNull().check(Rule.min(1));
    public final NumberColumn<OrderItem, Integer> UNIT_PRICE_IN_CENTS =
            integer("unit_price_in_cents").notNull();

    public final ToOne<OrderItem, Product, Products> OF_PRODUCT = belongsTo("product", PRODUCT_ID, () -> PRODUCT);

    private OrderItems(TableName name) {
        super(name, OrderItem.class, OrderItems::new);
    }
}
