package dev.rowan.execute;

import dev.rowan.error.QueryException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Lets those through who borrow connections, as long as the database is open and not too many wait. Thread-safe. */
final class Gate {
    private static final long STEP = 1_000_000; // nanoseconds between two looks

    private final @Nullable Semaphore places; // null for any number
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean closed;

    Gate(@Nullable PoolConfig config) {
        boolean limited = config != null && config.maximumWaiters() < Integer.MAX_VALUE - config.maximumSize();
        this.places = limited && config != null ? new Semaphore(config.maximumSize() + config.maximumWaiters()) : null;
    }

    /** Lets somebody in; false if there is no place to wait. */
    boolean enter() {
        inside.incrementAndGet();
        if (closed) {
            inside.decrementAndGet();
            throw new QueryException(
                    QueryException.Kind.CLOSED, "expected an open database, got one that was closed before", null);
        }
        if (places != null && !places.tryAcquire()) {
            inside.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        if (places != null) {
            places.release();
        }
        inside.decrementAndGet();
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Waits until nobody is inside; false if somebody still is after this time, or the thread was interrupted. */
    boolean isEmptyWithin(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (inside.get() > 0) {
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(this, STEP);
        }
        return true;
    }
}
