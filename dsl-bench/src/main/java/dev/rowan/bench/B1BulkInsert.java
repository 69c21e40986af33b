package dev.rowan.bench;

import static dev.rowan.bench.Stocks.STOCK;

import dev.rowan.execute.Database;
import dev.rowan.execute.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to insert 1,000 rows of six columns, compared with a batch of one prepared statement? The transaction is rolled
 * back, so that the table does not grow.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class B1BulkInsert {
    private static final List<Stock> STOCKS = StocksByHand.sample(1_000);

    @Param
    public Backend backend;

    private DataSource source;
    private Database database;

    /** Makes the table. */
    @Setup
    public void setUp() throws SQLException {
        source = backend.dataSource(STOCK);
        database = Database.of(source, backend.dialect());
    }

    /** For contestants that are measured elsewhere. */
    DataSource source() {
        return source;
    }

    /** The baseline. */
    @Benchmark
    public long byHand() throws SQLException {
        return StocksByHand.insertAndUndo(source, STOCKS);
    }

    /** The rows as one call takes them. */
    @Benchmark
    public long rowan() {
        try (Transaction transaction = database.begin()) {
            return transaction.insertAll(STOCK, STOCKS);
        }
    }
}
