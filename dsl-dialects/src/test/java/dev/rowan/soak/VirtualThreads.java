package dev.rowan.soak;

import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.select;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.PoolStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What runs in a JVM that has virtual threads: ten thousand of them share ten connections. */
final class VirtualThreads {
    private static final int THREADS = 10_000;

    private VirtualThreads() {}

    /** Runs a transaction in each. */
    public static void main(String[] arguments) throws Exception {
        PoolConfig config = PoolConfig.of("jdbc:h2:mem:virtual").withConnectionTimeout(Duration.ofMinutes(1));
        ExecutorService threads = (ExecutorService) Executors.class
                .getMethod("newVirtualThreadPerTaskExecutor") // which the language level of the tests does not know
                .invoke(null);
        try (Database db = Database.connect(config)) {
            List<Future<Long>> all = new ArrayList<>();
            for (long i = 0; i < THREADS; i++) {
                long number = i;
                all.add(threads.submit(() -> db.transaction(tx -> tx.fetchOne(select(value(number))))));
            }
            long sum = 0;
            for (Future<Long> each : all) {
                sum += each.get();
            }
            PoolStatistics left = db.poolStatistics().orElseThrow();
            System.out.println("sum " + sum + ", active " + left.active());
        }
        threads.shutdown();
    }
}
