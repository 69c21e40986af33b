package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.query.Select;
import dev.rowan.shop.Order;
import dev.rowan.shop.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SharedQueryTest {
    private static final int THREADS = 64;
    private static final Select<Order, Orders> ORDERS =
            select().from(ORDER).orderBy(o -> o.ID.asc()).include(o -> o.LINE_ITEMS);

    @Test
    void queryInAStaticFieldServesManyThreadsAndDatabasesAtOnce() throws Exception {
        try (Database one = shop("one", 1);
                Database two = shop("two", 2)) {
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> ended = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                ended.add(threads.submit(() -> {
                    start.await();
                    for (int round = 0; round < 20; round++) {
                        run(number % 2 == 0 ? one : two, 1 + number % 2, number);
                    }
                    return null;
                }));
            }

            start.countDown();

            for (Future<?> end : ended) {
                end.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();
        }
    }

    /** The shared query, and branches of it that differ from thread to thread. */
    private static void run(Database db, long total, long number) {
        long id = 1 + number % 3;

        List<Order> all = db.fetch(ORDERS);
        Order branch = db.fetchOne(ORDERS.where(o -> o.ID.eq(id)));

        assertThat(all).extracting(Order::id).containsExactly(1L, 2L, 3L);
        assertThat(all).allMatch(order -> order.totalInCents() == total);
        assertThat(branch.id()).isEqualTo(id);
        assertThat(branch.lineItems()).hasSize((int) id).allMatch(item -> item.orderId() == id);
    }

    /** Orders 1 to 3 with as many items as their number; every order has the same total. */
    private static Database shop(String name, int total) {
        Database db = Database.connect("jdbc:h2:mem:shared_query_" + name);
        List.of(createTable(USER), createTable(PRODUCT), createTable(ORDER), createTable(LINE_ITEM))
                .forEach(db::execute);
        db.execute(insertInto(USER).set(USER.ID, 1).set(USER.NAME, "Ann").set(USER.EMAIL, "a"));
        db.execute(
                insertInto(PRODUCT).set(PRODUCT.ID, 1).set(PRODUCT.NAME, "Tea").set(PRODUCT.PRICE_IN_CENTS, 1));
        for (long order = 1; order <= 3; order++) {
            db.execute(
                    insertInto(ORDER).set(ORDER.ID, order).set(ORDER.USER_ID, 1).set(ORDER.TOTAL_IN_CENTS, total));
            for (long item = 1; item <= order; item++) {
                db.execute(insertInto(LINE_ITEM)
                        .set(LINE_ITEM.ORDER_ID, order)
                        .set(LINE_ITEM.PRODUCT_ID, 1)
                        .set(LINE_ITEM.QUANTITY, 1));
            }
        }
        return db;
    }
}
