package dev.rowan.execute;

import dev.rowan.error.QueryException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener of a pool, if there is one, and keeps its failures from those who borrow. Thread-safe. */
record PoolEvents(@Nullable PoolListener listener) {
    static final PoolEvents NONE = new PoolEvents(null);
    private static final Logger LOG = LoggerFactory.getLogger(PoolListener.class);

    void created() {
        tell(PoolListener::created);
    }

    void acquired(long since) {
        if (listener != null) {
            Duration waited = Duration.ofNanos(System.nanoTime() - since);
            tell(told -> told.acquired(waited));
        }
    }

    void released(long since) {
        if (listener != null) {
            Duration held = Duration.ofNanos(System.nanoTime() - since);
            tell(told -> told.released(held));
        }
    }

    void timedOut(QueryException failure) {
        tell(told -> told.timedOut(failure));
    }

    void closed() {
        tell(PoolListener::closed);
    }

    private void tell(Consumer<PoolListener> event) {
        if (listener != null) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("a listener of the pool failed, which changes nothing", e);
            }
        }
    }
}
