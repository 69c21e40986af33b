package dev.rowan.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Many rows as one inserts them by hand. */
final class StocksByHand {
    static final String INSERT =
            "insert into \"stocks\" (\"id\", \"product\", \"pieces\", \"price\", \"counted_on\", \"shelf\")"
                    + " values (?, ?, ?, ?, ?, ?)";

    private StocksByHand() {}

    static List<Stock> sample(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Stock(
                        i,
                        "product " + i,
                        i % 9,
                        BigDecimal.valueOf(199L * i, 2),
                        LocalDate.of(2026, 1, 1).plusDays(i % 365),
                        i % 50))
                .toList();
    }

    /** By one batch. */
    static long insert(Connection connection, List<Stock> stocks) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Stock stock : stocks) {
                statement.setLong(1, stock.id());
                statement.setString(2, stock.product());
                statement.setInt(3, stock.pieces());
                statement.setBigDecimal(4, stock.price());
                statement.setObject(5, stock.countedOn());
                statement.setLong(6, stock.shelf());
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }

    /** In a transaction that is rolled back. */
    static long insertAndUndo(DataSource source, List<Stock> stocks) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return insert(connection, stocks);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
