package dev.rowan.example.shop;

import static dev.rowan.example.shop.OrderItems.ORDER_ITEM;
import static dev.rowan.example.shop.Users.USER;

import dev.rowan.schema.EnumColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import org.jspecify.annotations.Nullable;

/** What users ordered. */
public final class Orders extends Table<Order> {
    public static final Orders ORDER = new Orders(TableName.of("orders"));

    public final NumberColumn<Order, Long> ID = bigint("id").identity().primaryKey();
    public final NumberColumn<Order, Long> USER_ID = bigint("user_id").notNull().references(() -> USER.ID);
    public final EnumColumn<Order, OrderStatus> STATUS =
            enumeration("status", OrderStatus.class).notNull().defaultValue(OrderStatus.PENDING);
    public final NumberColumn<Order, Integer> TOTAL_IN_CENTS =
            integer("total_in_cents").notNull();
    public final TextColumn<Order, @Nullable String> DISCOUNT_CODE = varchar("discount_code", 40);

    public final PrimaryKey<Order, Long> KEY = primaryKey(ID);
    public final ToMany<Order, OrderItem, OrderItems> ITEMS = hasMany("items", () -> ORDER_ITEM, item -> item.ORDER_ID);

    private Orders(TableName name) {
        super(name, Order.class, Orders::new);
    }
}
