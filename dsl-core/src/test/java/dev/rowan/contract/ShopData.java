package dev.rowan.contract;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.OrderStatus.PAID;
import static dev.rowan.shop.OrderStatus.PENDING;
import static dev.rowan.shop.OrderStatus.SHIPPED;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import dev.rowan.execute.Database;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.Order;
import dev.rowan.shop.Product;
import dev.rowan.shop.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A small shop: three users, three products, three orders, three items; one user and one order have no children. */
final class ShopData {
    static final User ANN = user(42, "Ann", null);
    static final User BOB = user(43, "Bob", 42L);
    static final User CID = user(44, "Cid", 42L);

    static final Product TEA = new Product(1, "Tea", 450, 10);
    static final Product CUP = new Product(2, "Cup", 900, 0);
    static final Product POT = new Product(3, "Pot", 2500, 5);

    static final Order GIFT = new Order(7, "gift", 42, PAID, 1800, Many.unloaded(), One.unloaded());
    static final Order EMPTY = new Order(8, null, 42, PENDING, 0, Many.unloaded(), One.unloaded());
    static final Order LARGE = new Order(9, null, 43, SHIPPED, 2500, Many.unloaded(), One.unloaded());

    static final LineItem TWO_TEAS = new LineItem(70, 7, 1, 2, One.unloaded(), One.unloaded());
    static final LineItem ONE_CUP = new LineItem(71, 7, 2, 1, One.unloaded(), One.unloaded());
    static final LineItem ONE_POT = new LineItem(90, 9, 3, 1, One.unloaded(), One.unloaded());

    private ShopData() {}

    private static User user(long id, String name, @Nullable Long referrerId) {
        return new User(id, name, name + "@example.org", true, referrerId, Many.unloaded(), One.unloaded());
    }

    /** Inserts everything, with the identifiers as they are. */
    static void fill(Database db) {
        List.of(ANN, BOB, CID)
                .forEach(user -> db.execute(insertInto(USER).row(user).set(USER.ID, user.id())));
        List.of(TEA, CUP, POT)
                .forEach(product -> db.execute(insertInto(PRODUCT).row(product).set(PRODUCT.ID, product.id())));
        List.of(GIFT, EMPTY, LARGE)
                .forEach(order -> db.execute(insertInto(ORDER).row(order).set(ORDER.ID, order.id())));
        List.of(TWO_TEAS, ONE_CUP, ONE_POT)
                .forEach(item -> db.execute(insertInto(LINE_ITEM).row(item).set(LINE_ITEM.ID, item.id())));
    }

    /** Inserts so many orders of a user, from 100 on, each with up to five items; the items, from 1000 on. */
    static List<LineItem> insertOrders(Database db, long userId, int count, Random random) {
        List<LineItem> items = new ArrayList<>();
        for (long order = 100; order < 100 + count; order++) {
            db.execute(insertInto(ORDER)
                    .row(new Order(order, null, userId, PAID, 1, Many.unloaded(), One.unloaded()))
                    .set(ORDER.ID, order));
            for (int i = random.nextInt(6); i > 0; i--) {
                LineItem item = new LineItem(
                        1000 + items.size(),
                        order,
                        1 + random.nextInt(3),
                        random.nextInt(4),
                        One.unloaded(),
                        One.unloaded());
                items.add(item);
                db.execute(insertInto(LINE_ITEM).row(item).set(LINE_ITEM.ID, item.id()));
            }
        }
        return items;
    }
}
