package dev.rowan.shop;

import static dev.rowan.shop.Orders.ORDER;

import dev.rowan.schema.BooleanColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import dev.rowan.schema.UniqueKey;
import org.jspecify.annotations.Nullable;

/** The customers; each may have been referred by another. */
public final class Users extends Table<User> {
    public static final Users USER = new Users(TableName.of("users"));

    public final NumberColumn<User, Long> ID = bigint("id").identity().primaryKey();
    public final TextColumn<User, String> NAME = varchar("name", 100).notNull();
    public final TextColumn<User, String> EMAIL = varchar("email", 200).notNull();
    public final BooleanColumn<User, Boolean> ACTIVE = bool("active").notNull().defaultValue(true);
    public final NumberColumn<User, @Nullable Long> REFERRER_ID =
            bigint("referrer_id").references(() -> USER.ID);

    public final PrimaryKey<User, Long> KEY = primaryKey(ID);
    public final UniqueKey<User> BY_EMAIL = uniqueKey(EMAIL);
    public final ToMany<User, Order, Orders> ORDERS = hasMany("orders", () -> ORDER, o -> o.USER_ID);
    public final ToOne<User, User, Users> REFERRER = belongsTo("referrer", REFERRER_ID, () -> USER);

    private Users(TableName name) {
        super(name, User.class, Users::new);
    }
}
