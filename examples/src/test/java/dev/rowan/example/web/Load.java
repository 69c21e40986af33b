package dev.rowan.example.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** Fifty clients at once, for three seconds; for thirty under {@code -Psoak}. */
public final class Load {
    private static final int CLIENTS = 50;

    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

    private Load() {}

    /**
     * Has clients call as fast as they are answered, and checks that no connection is left behind.
     *
     * @param call makes the call of a number
     * @return how often each status was answered
     */
    public static Map<Integer, Long> run(Database db, IntFunction<Client.Reply> call)
            throws InterruptedException, ExecutionException {
        Load load = new Load();
        long end = System.nanoTime()
                + Duration.ofSeconds(Integer.getInteger("load.seconds", 3)).toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                running.add(clients.submit(() -> {
                    for (int i = first; System.nanoTime() < end; i += CLIENTS) {
                        load.statuses
                                .computeIfAbsent(call.apply(i).status(), status -> new LongAdder())
                                .increment();
                    }
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(db.poolStatistics().orElseThrow().active()).isZero();
        assertThat(db.poolStatistics().orElseThrow().waiting()).isZero();
        Map<Integer, Long> counts = new ConcurrentHashMap<>();
        load.statuses.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }
}
