package dev.rowan.shop;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToOne;

/** The products in the orders. */
public final class LineItems extends Table<LineItem> {
    public static final LineItems LINE_ITEM = new LineItems(TableName.of("line_items"));

    public final NumberColumn<LineItem, Long> ID = bigint("id").identity().primaryKey();
    public final NumberColumn<LineItem, Long> ORDER_ID =
            bigint("order_id").notNull().references(() -> Orders.ORDER.ID);
    public final NumberColumn<LineItem, Long> PRODUCT_ID =
            bigint("product_id").notNull().references(() -> Products.PRODUCT.ID);
    public final NumberColumn<LineItem, Integer> QUANTITY = integer("quantity").notNull();

    public final ToOne<LineItem, Order, Orders> ORDER = belongsTo("order", ORDER_ID, () -> Orders.ORDER);
    public final ToOne<LineItem, Product, Products> PRODUCT = belongsTo("product", PRODUCT_ID, () -> Products.PRODUCT);

    private LineItems(TableName name) {
        super(name, LineItem.class, LineItems::new);
    }
}
