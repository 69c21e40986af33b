package dev.rowan.execute;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a stream holds until it is closed. It does not know the stream, so that one which nobody holds any more is found and its
 * connection goes back.
 */
final class OpenStream<R extends @Nullable Object> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RowStream.class);

    private final RowSource<R> source;
    private final @Nullable Lease lease; // null within a transaction, whose connection it is
    private final Set<OpenStream<?>> open;
    private final String site;
    private final AtomicBoolean closed = new AtomicBoolean();

    OpenStream(RowSource<R> source, @Nullable Lease lease, Set<OpenStream<?>> open) {
        this.source = source;
        this.lease = lease;
        this.open = open;
        this.site = CallSite.find();
        open.add(this);
    }

    RowSource<R> source() {
        return source;
    }

    /** Where it was opened. */
    String site() {
        return site;
    }

    boolean isClosed() {
        return closed.get();
    }

    boolean isOfTransaction() {
        return lease == null;
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            open.remove(this);
            try (Lease closing = lease) {
                try {
                    source.close();
                } finally {
                    if (closing != null) {
                        closing.rollback();
                    }
                }
            }
        }
    }

    /** Closes what was left open, and says where. */
    void closeLeftOpen() {
        LOG.warn(
                "expected the stream that was opened at {} to be closed, which was left open; use try (RowStream<…> rows ="
                        + " db.stream(…)), or db.stream(query, row -> …)",
                site);
        try {
            close();
        } catch (RuntimeException e) { // also what a listener throws
            LOG.warn("could not close the stream that was opened at {}", site, e);
        }
    }

    /** Runs when nobody holds the stream any more. */
    @Override
    public void run() {
        if (!isClosed()) {
            closeLeftOpen();
        }
    }
}
