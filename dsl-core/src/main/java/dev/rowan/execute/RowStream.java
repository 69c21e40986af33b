package dev.rowan.execute;

import java.lang.ref.Cleaner;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, read while they are asked for, in memory that does not grow with their number. It holds a connection until
 * the last row was read or it is closed, so close it:
 *
 * <pre>{@code
 * try (RowStream<Order> orders = db.stream(select().from(ORDER).include(ORDER.LINE_ITEMS))) {
 *     for (Order order : orders) { … }
 * }
 * }</pre>
 *
 * One that is left open is closed when it is garbage, or with its database or transaction, with a warning that names the line
 * which opened it. For one thread, and for one pass.
 *
 * @param <R> what a row becomes
 */
public final class RowStream<R extends @Nullable Object> implements Iterable<R>, AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final OpenStream<R> open;
    private boolean begun;

    RowStream(OpenStream<R> open) {
        this.open = open;
        if (!open.isOfTransaction()) { // whose connection its own thread uses
            CLEANER.register(this, open);
        }
    }

    /**
     * The rows, in the order of the query; what fails, fails while they are read.
     *
     * @throws IllegalStateException if they were asked for before, or the stream is closed
     */
    @Override
    public Iterator<R> iterator() {
        if (begun) {
            throw new IllegalStateException(
                    "expected the rows to be asked for once, got a second time; stream the query again, or fetch it");
        }
        begun = true;
        requireOpen();
        return new Rows();
    }

    /** The rows as a stream of Java's, sequential and ordered; to close it is to close this one. */
    public Stream<R> stream() {
        Spliterator<R> rows = Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED);
        return StreamSupport.stream(rows, false).onClose(this::close);
    }

    /** Gives the connection back, wherever the rows are; does nothing the second time. */
    @Override
    public void close() {
        open.close();
    }

    private void requireOpen() {
        if (open.isClosed()) {
            throw new IllegalStateException("expected an open stream, got the one opened at " + open.site()
                    + " after it was closed; read its rows before its try ends, or its transaction");
        }
    }

    /** Knows its stream, so that the one is no garbage while the other is used. */
    private final class Rows implements Iterator<R> {
        private boolean ahead;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (!ahead && !ended) {
                requireOpen();
                advance();
            }
            return ahead;
        }

        private void advance() {
            try {
                ahead = open.source().next();
            } catch (RuntimeException | Error e) {
                ended = true;
                closeAfter(e);
                throw e;
            }
            if (!ahead) {
                ended = true;
                close();
            }
        }

        private void closeAfter(Throwable failure) {
            try {
                close();
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }

        @Override
        public R next() {
            if (!hasNext()) {
                throw new NoSuchElementException("expected hasNext() to be asked first, got no more rows");
            }
            ahead = false;
            return open.source().row();
        }
    }
}
