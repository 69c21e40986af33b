package dev.rowan.bench;

import static dev.rowan.bench.Orders.ORDER;
import static dev.rowan.query.Sql.select;

import dev.rowan.execute.Database;
import dev.rowan.query.SqlQuery;
import dev.rowan.schema.IncludeStrategy;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to load 100 orders with 5 items each, compared with two hand-written statements and a map? On H2, for
 * the null driver has one result only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class M3NestedRecords {
    static final List<Order> ORDERS = SampleOrders.of(100, 5);

    static final SqlQuery<Order> KEYED = select().from(ORDER)
            .include(o -> o.ITEMS.strategy(IncludeStrategy.KEYED))
            .orderBy(ORDER.ID.asc());
    private static final SqlQuery<Order> AUTO =
            select().from(ORDER).include(o -> o.ITEMS).orderBy(ORDER.ID.asc());

    private DataSource source;
    private Database database;

    /** Fills the tables. */
    @Setup
    public void setUp() throws SQLException {
        source = Backend.newDatabase(";OPTIMIZE_REUSE_RESULTS=FALSE");
        SampleOrders.store(ORDERS, source);
        database = Database.of(source, Backend.DIALECT);
    }

    /** For contestants that are measured elsewhere. */
    DataSource source() {
        return source;
    }

    /** The baseline. */
    @Benchmark
    public List<Order> byHand() throws SQLException {
        return OrdersByHand.all(source);
    }

    /** A query that is held in a static field, its items loaded by the keys of the orders. */
    @Benchmark
    public List<Order> rowanKeyed() {
        return database.fetch(KEYED);
    }

    /** The same, its strategy left to Rowan. */
    @Benchmark
    public List<Order> rowanAuto() {
        return database.fetch(AUTO);
    }
}
