package dev.rowan.bench;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.bench.Stocks.STOCK;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.bench.driver.OneConnection;
import dev.rowan.bench.driver.UnsharedConnections;
import dev.rowan.execute.Database;
import dev.rowan.query.SqlQuery;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.TextColumn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No thread waits in Rowan for another one, not even where none has run a query before. */
class ContentionTest {
    private static final int THREADS = 32;
    private static final String WAIT = "jdk.JavaMonitorEnter";

    private final List<Parcel> parcels = SampleParcels.of(5);
    private final Object[] columns = SampleParcels.columns(parcels);
    private final Database database = Database.of(
            new UnsharedConnections(() -> OneConnection.ofColumns(columns, parcels.size())), Backend.DIALECT);

    @TempDir
    private Path directory;

    @Test
    void noThreadWaitsForAnother() throws Exception {
        run(PARCEL.ID, PARCEL.LABEL); // loads the classes, which the virtual machine does one by one

        Path file = directory.resolve("waits.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(WAIT).withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            run(PARCEL.ID, PARCEL.NOTE);
            run(PARCEL.OWNER_ID, PARCEL.LABEL);
            run(PARCEL.OWNER_ID, PARCEL.NOTE);
            recording.stop();
            recording.dump(file);
        }

        assertThat(RecordingFile.readAllEvents(file).stream().filter(ContentionTest::isInRowan))
                .isEmpty();
    }

    /** Has all threads run the same new queries at once. */
    private void run(NumberColumn<Parcel, Long> first, TextColumn<Parcel, ? extends @Nullable String> second)
            throws Exception {
        SqlQuery<?> all = select().from(PARCEL).where(PARCEL.PIECES.gt(1));
        SqlQuery<?> some = select(first, second).from(PARCEL).orderBy(PARCEL.ID.asc());
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                ends.add(threads.submit(() -> {
                    start.await();
                    for (int times = 0; times < 20; times++) {
                        database.fetch(all);
                        database.fetch(some);
                        Backend.DIALECT.render(insertInto(STOCK).rows(StocksByHand.sample(2)));
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static boolean isInRowan(RecordedEvent event) {
        return event.getEventType().getName().equals(WAIT)
                && event.getStackTrace().getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .anyMatch(type -> type.startsWith("dev.rowan.") && !type.startsWith("dev.rowan.bench."));
    }
}
