package dev.rowan.tpch;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.tpch.Customers.CUSTOMER;
import static dev.rowan.tpch.LineItems.LINEITEM;
import static dev.rowan.tpch.Nations.NATION;
import static dev.rowan.tpch.PartSupps.PART_SUPP;
import static dev.rowan.tpch.Parts.PART;
import static dev.rowan.tpch.Regions.REGION;
import static dev.rowan.tpch.Suppliers.SUPPLIER;
import static dev.rowan.tpch.TpchOrders.ORDER;

import dev.rowan.execute.Database;
import dev.rowan.execute.Transaction;
import dev.rowan.expression.Identifier;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The eight tables of TPC-H and their 86,805 rows: scale 0.01, for which the answers are published. */
final class TpchData {
    private static final double SCALE = 0.01;
    private static final int MOST_ROWS_PER_INSERT = 500;

    /** In an order in which each table refers to earlier ones only. */
    private static final List<Content<?>> CONTENTS = List.of(
            new Content<>(REGION, TpchTable.REGION, f -> new Region(f.key(), f.text(), f.text())),
            new Content<>(NATION, TpchTable.NATION, f -> new Nation(f.key(), f.text(), f.key(), f.text())),
            new Content<>(
                    SUPPLIER,
                    TpchTable.SUPPLIER,
                    f -> new Supplier(f.key(), f.text(), f.text(), f.key(), f.text(), f.decimal(), f.text())),
            new Content<>(PART, TpchTable.PART, TpchData::part),
            new Content<>(
                    PART_SUPP,
                    TpchTable.PART_SUPPLIER,
                    f -> new PartSupp(f.key(), f.key(), f.number(), f.decimal(), f.text())),
            new Content<>(CUSTOMER, TpchTable.CUSTOMER, TpchData::customer),
            new Content<>(ORDER, TpchTable.ORDERS, TpchData::order),
            new Content<>(LINEITEM, TpchTable.LINE_ITEM, TpchData::lineItem));

    private TpchData() {}

    /** The tables. */
    static List<Table<?>> tables() {
        List<Table<?>> tables = new ArrayList<>();
        CONTENTS.forEach(content -> tables.add(content.table()));
        return tables;
    }

    /** Creates the tables and inserts their rows, which are committed all or none. */
    static void load(Database db) {
        tables().forEach(table -> db.execute(createTable(table)));
        db.transaction(tx -> {
            CONTENTS.forEach(content -> content.insert(tx));
            return null;
        });
    }

    /** The statements that create an index on each column that refers to another table; for plain JDBC. */
    static List<String> createIndexes(Identifier.Quotes quotes) {
        List<String> statements = new ArrayList<>();
        for (Table<?> table : tables()) {
            for (Column<?, ?> column : table.columns()) {
                if (column.references().isPresent()) {
                    statements.add("create index " + column.name().name() + "_index on "
                            + table.identifier().quoted(quotes) + " ("
                            + column.name().quoted(quotes) + ")");
                }
            }
        }
        return statements;
    }

    /** The statements of MySQL and MariaDB that make the planner know the data; for plain JDBC. */
    static List<String> analyzeEachTable() {
        return tables().stream()
                .map(table -> "analyze table " + table.tableName().name())
                .toList();
    }

    private static Part part(Fields f) {
        return new Part(f.key(), f.text(), f.text(), f.text(), f.text(), f.number(), f.text(), f.decimal(), f.text());
    }

    private static Customer customer(Fields f) {
        return new Customer(f.key(), f.text(), f.text(), f.key(), f.text(), f.decimal(), f.text(), f.text());
    }

    private static TpchOrder order(Fields f) {
        return new TpchOrder(
                f.key(), f.key(), f.text(), f.decimal(), f.date(), f.text(), f.text(), f.number(), f.text());
    }

    private static LineItem lineItem(Fields f) {
        return new LineItem(
                f.key(),
                f.key(),
                f.key(),
                f.number(),
                f.decimal(),
                f.decimal(),
                f.decimal(),
                f.decimal(),
                f.text(),
                f.text(),
                f.date(),
                f.date(),
                f.date(),
                f.text(),
                f.text(),
                f.text());
    }

    private record Content<R>(Table<R> table, TpchTable<?> generator, Function<Fields, R> row) {

        void insert(Transaction tx) {
            int width = table.columns().size();
            int most = Math.min(MOST_ROWS_PER_INSERT, tx.dialect().maximumBinds() / width);
            List<R> rows = new ArrayList<>();
            for (TpchEntity entity : generator.createGenerator(SCALE, 1, 1)) {
                rows.add(row.apply(new Fields(entity.toLine())));
                if (rows.size() == most) {
                    tx.execute(insertInto(table).rows(rows));
                    rows.clear();
                }
            }
            if (!rows.isEmpty()) {
                tx.execute(insertInto(table).rows(rows));
            }
        }
    }
}
