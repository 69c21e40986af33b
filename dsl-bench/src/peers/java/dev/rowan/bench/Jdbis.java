package dev.rowan.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Jdbi: SQL by hand, rows by its constructor mapper, nested rows by a reducer. */
final class Jdbis {
    private static final String JOINED = "select o.\"id\", o.\"customer\", o.\"placed_on\", o.\"total\","
            + " i.\"id\" as \"i_id\", i.\"order_id\" as \"i_order_id\", i.\"product\" as \"i_product\","
            + " i.\"quantity\" as \"i_quantity\", i.\"price\" as \"i_price\""
            + " from \"orders\" o left join \"items\" i on i.\"order_id\" = o.\"id\" order by o.\"id\", i.\"id\"";

    private final Jdbi jdbi;

    Jdbis(DataSource source) {
        jdbi = Jdbi.create(source)
                .registerRowMapper(ConstructorMapper.factory(Parcel.class))
                .registerRowMapper(ConstructorMapper.factory(Item.class, "i_"));
    }

    List<Parcel> all() {
        return jdbi.withHandle(handle ->
                handle.createQuery(ParcelsByHand.ALL).mapTo(Parcel.class).list());
    }

    Optional<Parcel> byKey(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(ParcelsByHand.BY_KEY)
                .bind(0, id)
                .mapTo(Parcel.class)
                .findOne());
    }

    List<Order> orders() {
        return jdbi.withHandle(handle -> {
            Map<Long, Order> orders = handle.createQuery(JOINED)
                    .reduceRows(new LinkedHashMap<Long, Order>(), (all, row) -> {
                        Order order = all.computeIfAbsent(
                                row.getColumn("id", Long.class),
                                id -> new Order(
                                        id,
                                        row.getColumn("customer", String.class),
                                        row.getColumn("placed_on", java.time.LocalDate.class),
                                        row.getColumn("total", java.math.BigDecimal.class),
                                        new ArrayList<>()));
                        order.items().add(row.getRow(Item.class));
                        return all;
                    });
            return new ArrayList<>(orders.values());
        });
    }

    long insertStocks(List<Stock> stocks) {
        return jdbi.withHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(StocksByHand.INSERT);
            for (Stock stock : stocks) {
                batch.bind(0, stock.id())
                        .bind(1, stock.product())
                        .bind(2, stock.pieces())
                        .bind(3, stock.price())
                        .bind(4, stock.countedOn())
                        .bind(5, stock.shelf())
                        .add();
            }
            return (long) batch.execute().length;
        });
    }
}
