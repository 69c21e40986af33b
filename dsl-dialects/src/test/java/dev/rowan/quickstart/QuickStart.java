package dev.rowan.quickstart;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.OrderStatus.PAID;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import dev.rowan.dialect.h2.H2Dialect;
import dev.rowan.dialect.mariadb.MariaDbDialect;
import dev.rowan.dialect.mysql.MySqlDialect;
import dev.rowan.dialect.postgres.PostgresDialect;
import dev.rowan.dialect.sqlite.SqliteDialect;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.expression.BoundValue;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.Order;
import dev.rowan.shop.Orders;
import java.util.List;
import java.util.stream.Collectors;

/** Creates the shop on embedded H2, fills it, and asks for the orders of a user with their items and products. */
public final class QuickStart {
    private QuickStart() {}

    /** Runs the quick start; takes no arguments. */
    public static void main(String[] arguments) {
        try (Database db = Database.connect("jdbc:h2:mem:shop").withListener(QuickStart::print)) {
            fill(db);

            Select<Order, Orders> query = select().from(ORDER)
                    .where(ORDER.USER_ID.eq(42))
                    .orderBy(o -> o.ID.asc())
                    .include(o -> o.LINE_ITEMS.include(i -> i.PRODUCT));
            List<Order> orders = db.fetch(query);

            printTable(orders);
            for (Dialect dialect : List.of(
                    new H2Dialect(2, 5),
                    new PostgresDialect(18, 6),
                    new MySqlDialect(8, 0),
                    new MariaDbDialect(11, 4),
                    new SqliteDialect(3, 54))) {
                System.out.println(dialect.name() + ": " + dialect.render(query));
            }
        }
    }

    private static void fill(Database db) {
        List.of(createTable(USER), createTable(PRODUCT), createTable(ORDER), createTable(LINE_ITEM))
                .forEach(db::execute);
        db.execute(insertInto(USER).set(USER.ID, 42).set(USER.NAME, "Ann").set(USER.EMAIL, "ann@example.org"));
        db.execute(
                insertInto(PRODUCT).set(PRODUCT.ID, 1).set(PRODUCT.NAME, "Tea").set(PRODUCT.PRICE_IN_CENTS, 450));
        db.execute(
                insertInto(PRODUCT).set(PRODUCT.ID, 2).set(PRODUCT.NAME, "Cup").set(PRODUCT.PRICE_IN_CENTS, 900));
        db.execute(insertInto(ORDER)
                .set(ORDER.ID, 7)
                .set(ORDER.USER_ID, 42)
                .set(ORDER.STATUS, PAID)
                .set(ORDER.TOTAL_IN_CENTS, 1800));
        db.execute(insertInto(ORDER).set(ORDER.ID, 8).set(ORDER.USER_ID, 42).set(ORDER.TOTAL_IN_CENTS, 0));
        addItem(db, 7, 1, 2);
        addItem(db, 7, 2, 1);
    }

    private static void addItem(Database db, long order, long product, int quantity) {
        db.execute(insertInto(LINE_ITEM)
                .set(LINE_ITEM.ORDER_ID, order)
                .set(LINE_ITEM.PRODUCT_ID, product)
                .set(LINE_ITEM.QUANTITY, quantity));
    }

    private static void print(StatementEvent event) {
        String binds = event.sql().binds().stream()
                .map(BoundValue::value)
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "[", "]"));
        System.out.println(event.sql() + " " + binds);
    }

    private static void printTable(List<Order> orders) {
        String line = "| %-5s | %-8s | %8s | %-20s |%n";
        System.out.println();
        System.out.printf(line, "order", "status", "total", "items");
        System.out.printf(line, "-----", "--------", "--------", "--------------------");
        for (Order order : orders) {
            System.out.printf(line, order.id(), order.status(), order.totalInCents(), items(order));
        }
        System.out.println();
    }

    private static String items(Order order) {
        return order.lineItems().stream().map(QuickStart::item).collect(Collectors.joining(", "));
    }

    private static String item(LineItem item) {
        return item.quantity() + " x " + item.product().get().name();
    }
}
