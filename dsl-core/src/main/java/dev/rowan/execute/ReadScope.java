package dev.rowan.execute;

import java.util.concurrent.atomic.AtomicLong;

/** What was written through a handle, so that it is read as well. Thread-safe. */
final class ReadScope {
    private final AtomicLong writes = new AtomicLong();
    private volatile Asked asked = new Asked(0, Long.MIN_VALUE); // whoever finds an older one than he needs asks again

    /** Where the primary was after so many writes. */
    private record Asked(long writes, long position) {}

    /** Notes that something may have been committed. */
    void written() {
        writes.incrementAndGet();
    }

    /** Where a server must have come to, to know all that was written before. */
    long position(ReplicaSet replicas) {
        long now = writes.get();
        Asked last = asked;
        if (last.writes() < now) {
            last = new Asked(now, replicas.position());
            asked = last;
        }
        return last.position();
    }
}
