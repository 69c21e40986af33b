package dev.rowan.shop;

import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.OrderStatus.PENDING;
import static dev.rowan.shop.Users.USER;

import dev.rowan.schema.EnumColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import org.jspecify.annotations.Nullable;

/** The orders of the customers. */
public final class Orders extends Table<Order> {
    public static final Orders ORDER = new Orders(TableName.of("orders"));

    public final NumberColumn<Order, Long> ID = bigint("id").identity().primaryKey();
    public final TextColumn<Order, @Nullable String> NOTE = varchar("note", 200);
    public final NumberColumn<Order, Long> USER_ID = bigint("user_id").notNull().references(() -> USER.ID);
    public final EnumColumn<Order, OrderStatus> STATUS =
            enumeration("status", OrderStatus.class).notNull().defaultValue(PENDING);
    public final NumberColumn<Order, Integer> TOTAL_IN_CENTS =
            integer("total_in_cents").notNull();

    public final PrimaryKey<Order, Long> KEY = primaryKey(ID);
    public final ToMany<Order, LineItem, LineItems> LINE_ITEMS = hasMany("lineItems", () -> LINE_ITEM, i -> i.ORDER_ID);
    public final ToOne<Order, User, Users> CUSTOMER = belongsTo("customer", USER_ID, () -> USER);

    private Orders(TableName name) {
        super(name, Order.class, Orders::new);
    }
}
