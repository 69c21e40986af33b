package dev.rowan.bench.strategies;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;

import dev.rowan.bench.strategies.Shop.Customer;
import dev.rowan.bench.strategies.Shop.Customers;
import dev.rowan.bench.strategies.Shop.Line;
import dev.rowan.bench.strategies.Shop.Lines;
import dev.rowan.bench.strategies.Shop.Purchase;
import dev.rowan.bench.strategies.Shop.Purchases;
import dev.rowan.bench.strategies.Shop.Remark;
import dev.rowan.bench.strategies.Shop.Remarks;
import dev.rowan.bench.strategies.Shop.Tag;
import dev.rowan.bench.strategies.Shop.TagLink;
import dev.rowan.bench.strategies.Shop.TagLinks;
import dev.rowan.bench.strategies.Shop.Tags;
import dev.rowan.execute.Database;
import dev.rowan.schema.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Fills the tables of a shop, in the same way every time. Two purchases share a customer, and all share fifty tags. */
final class Stock {
    private static final int TAGS = 50;
    private static final int AT_ONCE = 1_000;

    private Stock() {}

    static void store(int purchases, int children, Database database, Connection connection) throws SQLException {
        for (Table<?> table : List.of(
                Customers.CUSTOMER, Purchases.PURCHASE, Lines.LINE, Remarks.REMARK, Tags.TAG, TagLinks.TAG_LINK)) {
            database.execute(createTable(table));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index lines_purchase on \"lines\" (\"purchase_id\")");
            statement.execute("create index remarks_purchase on \"remarks\" (\"purchase_id\")");
        }
        insert(Customers.CUSTOMER, purchases, i -> new Customer(i, "customer " + i, "city " + i % 20), database);
        insert(Purchases.PURCHASE, purchases, Stock::purchase, database);
        insert(Lines.LINE, (long) purchases * children, i -> line(i, i / children), database);
        insert(
                Remarks.REMARK,
                (long) purchases * children,
                i -> new Remark(i, i / children, "remark " + i + " on this and that"),
                database);
        insert(Tags.TAG, TAGS, i -> new Tag(i, "tag " + i), database);
        insert(
                TagLinks.TAG_LINK,
                (long) purchases * children,
                i -> new TagLink(i / children, (i / children + i % children) % TAGS),
                database);
    }

    private static Purchase purchase(long id) {
        return new Purchase(
                id, id / 2, LocalDate.of(2026, 1, 1).plusDays(id % 365), BigDecimal.valueOf(1_999L + id, 2));
    }

    private static Line line(long id, long purchaseId) {
        return new Line(
                id, purchaseId, "product " + id % 97, (int) (1 + id % 9), BigDecimal.valueOf(199 + id % 1000, 2));
    }

    private static <R> void insert(Table<R> table, long count, LongFunction<R> row, Database database) {
        List<R> rows = LongStream.range(0, count).mapToObj(row).toList();
        IntStream.iterate(0, from -> from < rows.size(), from -> from + AT_ONCE)
                .forEach(from -> database.execute(
                        insertInto(table).rows(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)))));
    }
}
