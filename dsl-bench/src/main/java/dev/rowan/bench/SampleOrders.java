package dev.rowan.bench;

import static dev.rowan.bench.Items.ITEM;
import static dev.rowan.bench.Orders.ORDER;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;

import dev.rowan.execute.Database;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Orders with their items, the same in every run. */
final class SampleOrders {
    private SampleOrders() {}

    static List<Order> of(int count, int itemsOfEach) {
        return IntStream.range(0, count).mapToObj(i -> order(i, itemsOfEach)).toList();
    }

    private static Order order(int i, int itemsOfEach) {
        long id = 1_000L + i;
        return new Order(
                id,
                "customer " + i % 50,
                LocalDate.of(2026, 1, 1).plusDays(i % 365),
                BigDecimal.valueOf(1_999L + i, 2),
                IntStream.range(0, itemsOfEach)
                        .mapToObj(j -> item(1_000_000L + (long) i * itemsOfEach + j, id, j))
                        .toList());
    }

    private static Item item(long id, long orderId, int j) {
        return new Item(id, orderId, "product " + id % 97, 1 + j % 9, BigDecimal.valueOf(199L * (j + 1), 2));
    }

    /** Creates the tables, with an index of the foreign key, and fills them. */
    static void store(List<Order> orders, DataSource source) throws SQLException {
        try (Database database = Database.of(source, Backend.DIALECT)) {
            database.execute(createTable(ORDER));
            database.execute(createTable(ITEM));
            database.execute(insertInto(ORDER).rows(orders));
            database.execute(insertInto(ITEM)
                    .rows(orders.stream()
                            .flatMap(order -> order.items().stream())
                            .toList()));
        }
        try (PreparedStatement index =
                source.getConnection().prepareStatement("create index \"items_order\" on \"items\" (\"order_id\")")) {
            index.execute();
        }
    }
}
