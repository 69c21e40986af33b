package dev.rowan.bench;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;

/** What is ordered. */
public final class Items extends Table<Item> {
    public static final Items ITEM = new Items(TableName.of("items"));

    public final NumberColumn<Item, Long> ID = bigint("id").primaryKey();
    public final NumberColumn<Item, Long> ORDER_ID = bigint("order_id").notNull();
    public final TextColumn<Item, String> PRODUCT = varchar("product", 100).notNull();
    public final NumberColumn<Item, Integer> QUANTITY = integer("quantity").notNull();
    public final NumberColumn<Item, BigDecimal> PRICE = decimal("price", 12, 2).notNull();

    private Items(TableName name) {
        super(name, Item.class, Items::new);
    }
}
