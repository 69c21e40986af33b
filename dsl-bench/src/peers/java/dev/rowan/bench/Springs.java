package dev.rowan.bench;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Spring JDBC: SQL by hand, rows by a lambda that is written by hand. */
final class Springs {
    private final JdbcTemplate jdbc;

    Springs(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    List<Parcel> all() {
        return jdbc.query(ParcelsByHand.ALL, (row, number) -> ParcelsByHand.read(row));
    }

    Optional<Parcel> byKey(long id) {
        return jdbc.query(ParcelsByHand.BY_KEY, (row, number) -> ParcelsByHand.read(row), id).stream()
                .findFirst();
    }

    long insertStocks(List<Stock> stocks) {
        return jdbc.batchUpdate(StocksByHand.INSERT, stocks, stocks.size(), (statement, stock) -> {
                    statement.setLong(1, stock.id());
                    statement.setString(2, stock.product());
                    statement.setInt(3, stock.pieces());
                    statement.setBigDecimal(4, stock.price());
                    statement.setObject(5, stock.countedOn());
                    statement.setLong(6, stock.shelf());
                })[0]
                .length;
    }
}
