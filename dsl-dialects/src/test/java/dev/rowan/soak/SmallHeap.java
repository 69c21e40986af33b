package dev.rowan.soak;

import static dev.rowan.query.Sql.select;
import static dev.rowan.soak.Letters.LETTER;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.RowStream;
import java.time.Duration;
import java.util.Iterator;

/** What runs in the small JVM: it streams more than fits, through a pool of one connection. */
final class SmallHeap {
    private SmallHeap() {}

    /** Streams, given the URL, the numbers of letters, of letters that have copies, and of streams to abandon. */
    public static void main(String[] arguments) {
        String url = arguments[0];
        long letters = Long.parseLong(arguments[1]);
        long withCopies = Long.parseLong(arguments[2]);
        int abandoned = Integer.parseInt(arguments[3]);
        PoolConfig config = PoolConfig.of(url).withSize(1, 1).withConnectionTimeout(Duration.ofSeconds(5));
        try (Database db = Database.connect(config)) {
            report("rows", () -> streamRows(db, letters));
            report("rows with children", () -> streamGraphs(db, withCopies));
            report("one row of all", () -> abandon(db, 1, letters));
            report("abandoned streams", () -> abandon(db, abandoned, 1_000));
            require(letters, db.count(select().from(LETTER)));
        }
    }

    private static void streamRows(Database db, long letters) {
        long[] seen = new long[2];
        db.stream(select().from(LETTER), letter -> {
            seen[0]++;
            seen[1] += letter.id();
        });
        require(letters, seen[0]);
        require(letters * (letters + 1) / 2, seen[1]);
    }

    private static void streamGraphs(Database db, long withCopies) {
        long[] seen = new long[2];
        db.stream(select().from(LETTER).where(LETTER.ID.le(withCopies)).include(LETTER.COPIES), letter -> {
            seen[0]++;
            letter.copies().forEach(copy -> seen[1] += copy.letterId() == letter.id() ? 1 : 0);
        });
        require(withCopies, seen[0]);
        require(withCopies, seen[1]);
    }

    private static void abandon(Database db, int times, long limit) {
        for (int i = 0; i < times; i++) {
            try (RowStream<Letter> stream = db.stream(select().from(LETTER).limit(limit))) {
                Iterator<Letter> rows = stream.iterator();
                require(1, rows.hasNext() ? 1 : 0);
            }
        }
    }

    private static void require(long expected, long got) {
        if (expected != got) {
            throw new IllegalStateException("expected " + expected + ", got " + got);
        }
    }

    private static void report(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.println(
                what + ": " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }
}
