package dev.rowan.bench.strategies;

import dev.rowan.bench.strategies.Shop.Customer;
import dev.rowan.bench.strategies.Shop.Line;
import dev.rowan.bench.strategies.Shop.Purchase;
import dev.rowan.bench.strategies.Shop.Remark;
import dev.rowan.bench.strategies.Shop.Tag;
import dev.rowan.row.Many;
import dev.rowan.row.One;
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
import javax.sql.DataSource;

/** JDBC as one writes it by hand: a record to one by a join, records to many by the keys of the parents. */
final class ShopByHand {
    private static final String PURCHASES =
            "select p.\"id\", p.\"customer_id\", p.\"placed_on\", p.\"total\" from \"purchases\" p order by p.\"id\"";
    private static final String WITH_CUSTOMERS =
            "select p.\"id\", p.\"customer_id\", p.\"placed_on\", p.\"total\", c.\"id\", c.\"name\", c.\"city\""
                    + " from \"purchases\" p join \"customers\" c on c.\"id\" = p.\"customer_id\" order by p.\"id\"";
    private static final String LINES =
            "select l.\"purchase_id\", l.\"id\", l.\"product\", l.\"quantity\", l.\"price\" from \"lines\" l"
                    + " where l.\"purchase_id\" in (%s) order by l.\"id\"";
    private static final String REMARKS = "select r.\"purchase_id\", r.\"id\", r.\"text\" from \"remarks\" r"
            + " where r.\"purchase_id\" in (%s) order by r.\"id\"";
    private static final String TAGS =
            "select l.\"purchase_id\", t.\"id\", t.\"name\" from \"tags\" t join \"tag_links\" l on l.\"tag_id\" = t.\"id\""
                    + " where l.\"purchase_id\" in (%s) order by t.\"id\"";

    private ShopByHand() {}

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    static List<Purchase> withCustomers(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return list(connection, WITH_CUSTOMERS, row -> {
                Customer customer = new Customer(row.getLong(5), row.getString(6), row.getString(7));
                Purchase purchase = purchase(row);
                return with(purchase, One.of(customer), purchase.lines(), purchase.remarks(), purchase.tags());
            });
        }
    }

    static List<Purchase> withLines(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            List<Purchase> purchases = list(connection, PURCHASES, ShopByHand::purchase);
            Map<Long, List<Line>> lines = children(connection, LINES, purchases, ShopByHand::line);
            purchases.replaceAll(
                    p -> with(p, p.customer(), Many.of(lines.getOrDefault(p.id(), List.of())), p.remarks(), p.tags()));
            return purchases;
        }
    }

    static List<Purchase> withTags(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            List<Purchase> purchases = list(connection, PURCHASES, ShopByHand::purchase);
            Map<Long, List<Tag>> tags =
                    children(connection, TAGS, purchases, row -> new Tag(row.getLong(2), row.getString(3)));
            purchases.replaceAll(
                    p -> with(p, p.customer(), p.lines(), p.remarks(), Many.of(tags.getOrDefault(p.id(), List.of()))));
            return purchases;
        }
    }

    static List<Purchase> withLinesAndRemarks(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            List<Purchase> purchases = list(connection, PURCHASES, ShopByHand::purchase);
            Map<Long, List<Line>> lines = children(connection, LINES, purchases, ShopByHand::line);
            Map<Long, List<Remark>> remarks = children(
                    connection,
                    REMARKS,
                    purchases,
                    row -> new Remark(row.getLong(2), row.getLong(1), row.getString(3)));
            purchases.replaceAll(p -> with(
                    p,
                    p.customer(),
                    Many.of(lines.getOrDefault(p.id(), List.of())),
                    Many.of(remarks.getOrDefault(p.id(), List.of())),
                    p.tags()));
            return purchases;
        }
    }

    private static Purchase with(
            Purchase p, One<Customer> customer, Many<Line> lines, Many<Remark> remarks, Many<Tag> tags) {
        return new Purchase(p.id(), p.customerId(), p.placedOn(), p.total(), customer, lines, remarks, tags);
    }

    private static Purchase purchase(ResultSet row) throws SQLException {
        return new Purchase(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class), row.getBigDecimal(4));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong(2), row.getLong(1), row.getString(3), row.getInt(4), row.getBigDecimal(5));
    }

    private static <T> List<T> list(Connection connection, String sql, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reading.read(rows));
            }
            return list;
        }
    }

    private static <T> Map<Long, List<T>> children(
            Connection connection, String sql, List<Purchase> parents, Reading<T> reading) throws SQLException {
        String keys = String.join(", ", Collections.nCopies(parents.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("%s", keys))) {
            for (int i = 0; i < parents.size(); i++) {
                statement.setLong(i + 1, parents.get(i).id());
            }
            try (ResultSet rows = statement.executeQuery()) {
                Map<Long, List<T>> children = new HashMap<>();
                while (rows.next()) {
                    children.computeIfAbsent(rows.getLong(1), key -> new ArrayList<>())
                            .add(reading.read(rows));
                }
                return children;
            }
        }
    }
}
