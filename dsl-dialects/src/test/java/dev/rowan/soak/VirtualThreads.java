package dev.rowan.soak;

import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.select;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.PoolStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

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
        try (Recording recording = new Recording();
                Database db = Database.connect(config)) {
            recording.enable("jdk.VirtualThreadPinned").withStackTrace().withThreshold(Duration.ZERO);
            for (int i = 0;
                    i < 1_000;
                    i++) { // for to load a class, of a method handle too, pins whoever needs it first
                db.transaction(tx -> tx.fetchOne(select(value(0L))));
            }
            recording.start();
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
            recording.stop();
            System.out.println("sum " + sum + ", active " + left.active() + ", pinned by rowan " + pinned(recording));
        }
        threads.shutdown();
    }

    /** How often a thread was pinned in a call that Rowan's own frames have made, but these. */
    private static long pinned(Recording recording) throws IOException {
        Path file = Files.createTempFile("pinned", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                    .map(RecordedEvent::getStackTrace)
                    .filter(trace -> trace != null && trace.getFrames().stream().anyMatch(VirtualThreads::isOfRowan))
                    .peek(System.out::println)
                    .count();
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isOfRowan(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return type.startsWith("dev.rowan.") && !type.startsWith(VirtualThreads.class.getName());
    }
}
