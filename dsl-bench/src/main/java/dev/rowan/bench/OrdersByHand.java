package dev.rowan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Nested records by JDBC as one writes it by hand: the parents, then the children by the keys of the parents. */
final class OrdersByHand {
    static final String PARENTS =
            "select \"orders\".\"id\", \"orders\".\"customer\", \"orders\".\"placed_on\", \"orders\".\"total\""
                    + " from \"orders\" order by \"orders\".\"id\" asc";
    private static final String CHILDREN =
            "select \"items\".\"id\", \"items\".\"order_id\", \"items\".\"product\", \"items\".\"quantity\", "
                    + "\"items\".\"price\" from \"items\" where \"items\".\"order_id\" in (";

    private OrdersByHand() {}

    static List<Order> all(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            List<Order> orders = new ArrayList<>();
            Map<Long, List<Item>> items = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(PARENTS);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<Item> own = new ArrayList<>();
                    Order order = new Order(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getObject(3, LocalDate.class),
                            rows.getBigDecimal(4),
                            own);
                    orders.add(order);
                    items.put(order.id(), own);
                }
            }
            if (!orders.isEmpty()) {
                addItems(connection, orders, items);
            }
            return orders;
        }
    }

    private static void addItems(Connection connection, List<Order> orders, Map<Long, List<Item>> items)
            throws SQLException {
        String sql =
                CHILDREN + String.join(", ", Collections.nCopies(orders.size(), "?")) + ") order by \"items\".\"id\"";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < orders.size(); i++) {
                statement.setLong(i + 1, orders.get(i).id());
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Item item = new Item(
                            rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getInt(4), rows.getBigDecimal(5));
                    Objects.requireNonNull(items.get(item.orderId())).add(item);
                }
            }
        }
    }
}
