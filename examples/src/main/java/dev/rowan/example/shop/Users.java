package dev.rowan.example.shop;

import static dev.rowan.example.shop.Orders.ORDER;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.UniqueKey;
import org.jspecify.annotations.Nullable;

/** The customers. */
public final class Users extends Table<User> {
    public static final Users USER = new Users(TableName.of("users"));

    public final NumberColumn<User, Long> ID = bigint("id").identity().primaryKey();
    public final TextColumn<User, String> NAME = varchar("name", 100).notNull().check(Rule.length(2, 100));
    public final TextColumn<User, String> EMAIL =
            varchar("email", 200).notNull().trimmed().lowerCased().check(Rule.email());
    public final TextColumn<User, @Nullable String> PASSWORD_HASH =
            varchar("password_hash", 100).hidden();

    public final PrimaryKey<User, Long> KEY = primaryKey(ID);
    public final UniqueKey<User> BY_EMAIL = uniqueKey("users_email_key", EMAIL);
    public final ToMany<User, Order, Orders> ORDERS = hasMany("orders", () -> ORDER, order -> order.USER_ID);

    private Users(TableName name) {
        super(name, User.class, Users::new);
    }
}
