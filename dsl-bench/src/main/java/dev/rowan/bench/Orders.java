package dev.rowan.bench;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The parents of nested records. */
public final class Orders extends Table<Order> {
    public static final Orders ORDER = new Orders(TableName.of("orders"));

    public final NumberColumn<Order, Long> ID = bigint("id").primaryKey();
    public final TextColumn<Order, String> CUSTOMER = varchar("customer", 100).notNull();
    public final TemporalColumn<Order, LocalDate> PLACED_ON = date("placed_on").notNull();
    public final NumberColumn<Order, BigDecimal> TOTAL = decimal("total", 12, 2).notNull();

    public final ToMany<Order, Item, Items> ITEMS = hasMany("items", () -> Items.ITEM, i -> i.ORDER_ID);

    private Orders(TableName name) {
        super(name, Order.class, Orders::new);
    }
}
