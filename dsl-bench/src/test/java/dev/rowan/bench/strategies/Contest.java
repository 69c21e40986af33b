package dev.rowan.bench.strategies;

import com.sun.management.ThreadMXBean;
import dev.rowan.bench.driver.RemoteConnection;
import dev.rowan.bench.strategies.Shop.Purchase;
import dev.rowan.execute.Database;
import dev.rowan.query.SqlQuery;
import dev.rowan.schema.IncludeStrategy;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Hand-written code and strategies that load the same, one after the other in each round, on one connection. */
final class Contest {
    static final String BY_HAND = "BY_HAND";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<Contestant> contestants = new ArrayList<>();

    private interface Load {
        List<Purchase> run() throws SQLException;
    }

    /**
     * What one of them cost.
     *
     * @param statements that it needs
     * @param nanoseconds for one load, in the fastest round
     * @param bytes allocated by one load, in the thriftiest round
     */
    record Cost(int statements, double nanoseconds, double bytes) {}

    private static final class Contestant {
        private final Load load;
        private final int statements;
        private final int purchases;
        private double nanoseconds = Double.MAX_VALUE;
        private double bytes = Double.MAX_VALUE;

        Contestant(Load load, int statements, int purchases) {
            this.load = load;
            this.statements = statements;
            this.purchases = purchases;
        }

        void run(long budget) throws SQLException {
            long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            long end;
            int loads = 0;
            do {
                if (load.run().size() != purchases) { // which also keeps it from being dead code
                    throw new IllegalStateException("expected " + purchases + " purchases each time, got others");
                }
                loads++;
                end = System.nanoTime();
            } while (end - start < budget);
            nanoseconds = Math.min(nanoseconds, (end - start) / (double) loads);
            bytes = Math.min(bytes, (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / (double) loads);
        }

        Cost cost() {
            return new Cost(statements, nanoseconds, bytes);
        }
    }

    /** The costs of all that take part, by the name of the strategy. */
    static Map<String, Cost> run(Shape shape, Server server, Connection shop, long roundTrip, Pace pace)
            throws SQLException {
        Contest contest = new Contest();
        RemoteConnection connection = new RemoteConnection(shop, roundTrip);
        DataSource source = connection.source();
        Database database = Database.of(source, server.dialect());
        List<String> names = new ArrayList<>();
        List<Purchase> expected = contest.add(() -> shape.byHand(source), connection);
        names.add(BY_HAND);
        for (IncludeStrategy strategy : shape.strategies()) {
            SqlQuery<Purchase> query = shape.query(strategy);
            List<Purchase> loaded = contest.add(() -> database.fetch(query), connection);
            if (!loaded.equals(expected)) {
                throw new IllegalStateException("expected from " + strategy + " what is loaded by hand, got other"
                        + " records, of " + shape + " on " + server);
            }
            names.add(strategy.name());
        }
        contest.measure(pace);
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            costs.put(names.get(i), contest.contestants.get(i).cost());
        }
        return costs;
    }

    private List<Purchase> add(Load load, RemoteConnection connection) throws SQLException {
        connection.takeStatements();
        List<Purchase> loaded = load.run();
        contestants.add(new Contestant(load, connection.takeStatements(), loaded.size()));
        return loaded;
    }

    private void measure(Pace pace) throws SQLException {
        for (Contestant contestant : contestants) {
            contestant.run(pace.warmup());
        }
        for (int round = 0; round < pace.rounds(); round++) {
            for (Contestant contestant : contestants) {
                contestant.run(pace.round());
            }
        }
    }
}
