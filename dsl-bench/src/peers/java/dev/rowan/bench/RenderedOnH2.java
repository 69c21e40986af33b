package dev.rowan.bench;

import static dev.rowan.bench.Customers.CUSTOMER;
import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.bench.Products.PRODUCT;
import static dev.rowan.query.Sql.createTable;

import com.querydsl.sql.types.Null;
import dev.rowan.execute.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.babyfish.jimmer.sql.collection.TypedList;
import org.babyfish.jimmer.sql.runtime.DbLiteral;
import org.jspecify.annotations.Nullable;

/** Executes what was rendered, so that contestants whose texts differ are compared by what the texts do. */
final class RenderedOnH2 {
    private RenderedOnH2() {}

    /** The rows of a query of the tables of {@link R2Report}, of which one holds as many parcels. */
    static List<List<@Nullable Object>> rows(int parcels, TextAndBinds query) throws SQLException {
        DataSource source = Backend.newDatabase("");
        SampleOrders.store(SampleOrders.of(100, 5), source);
        try (Database database = Database.of(source, Backend.DIALECT)) {
            database.execute(createTable(CUSTOMER));
            database.execute(createTable(PRODUCT));
            database.execute(createTable(PARCEL));
            database.insertAll(CUSTOMER, customers());
            database.insertAll(PRODUCT, products());
            database.insertAll(PARCEL, SampleParcels.of(parcels));
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.text())) {
            bind(statement, query.binds(), 0, query.binds().length);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static List<Customer> customers() {
        return IntStream.range(0, 50)
                .mapToObj(i -> new Customer(5_000 + i, "customer " + i, i % 10 < 4 ? "NL" : "C" + i % 10))
                .toList();
    }

    private static List<Product> products() {
        return IntStream.range(0, 97)
                .mapToObj(i -> new Product(i, "product " + i, BigDecimal.valueOf(10L * i, 2)))
                .toList();
    }

    /** The rows that an insert of parcels leaves: of all, or one text for one after the other. */
    static List<Parcel> inserted(TextAndBinds insert) throws SQLException {
        DataSource source = Backend.H2.dataSource(PARCEL);
        int each = (int) insert.text().chars().filter(c -> c == '?').count();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert.text())) {
            for (int start = 0; start < insert.binds().length; start += each) {
                bind(statement, insert.binds(), start, each);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return ParcelsByHand.all(source);
    }

    private static void bind(PreparedStatement statement, Object[] binds, int start, int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            statement.setObject(i + 1, sent(binds[start + i]));
        }
    }

    /** What is sent for it: Jimmer has objects for null and for arrays, QueryDSL one for null. */
    private static @Nullable Object sent(@Nullable Object value) {
        if (value instanceof TypedList<?> array) {
            return array.toArray();
        }
        return value instanceof DbLiteral.DbNull || value instanceof Null ? null : value;
    }

    private static List<List<@Nullable Object>> read(ResultSet rows) throws SQLException {
        List<List<@Nullable Object>> read = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                Object value = rows.getObject(i);
                row.add(
                        value instanceof Number number
                                ? new BigDecimal(number.toString()).stripTrailingZeros()
                                : value);
            }
            read.add(row);
        }
        return read;
    }
}
