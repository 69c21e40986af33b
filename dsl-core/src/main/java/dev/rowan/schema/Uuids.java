package dev.rowan.schema;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes identifiers that are unique without asking the database: {@code uuid("id").primaryKey().generated(Uuids::v7)}. Thread-safe. */
public final class Uuids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong(); // milliseconds and a 12-bit count within them

    private Uuids() {}

    /** A random UUID, of version 4. */
    public static UUID v4() {
        return UUID.randomUUID();
    }

    /**
     * A UUID of version 7: the time in milliseconds, a count, and 62 random bits. Those that a program makes sort in the order in
     * which it made them, which keeps indexes compact.
     */
    public static UUID v7() {
        long now = System.currentTimeMillis() << 12;
        long place = LAST.updateAndGet(last -> Math.max(now, last + 1));
        long high = (place >>> 12) << 16 | 0x7000 | (place & 0xfff);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
