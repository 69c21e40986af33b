package dev.rowan.execute;

import dev.rowan.error.QueryException;
import java.time.Duration;

/**
 * Is told what happens to the connections of a pool: {@code PoolConfig.of(url).withListener(listener)}. Called by many threads at
 * once, in the thread that acts, so it must be thread-safe and quick. What it throws is logged and changes nothing. Each {@code
 * acquired} is followed by one {@code released}, whatever the statement in between does.
 */
public interface PoolListener {

    /** The driver has connected once more; told by the pool's own threads too. */
    default void created() {}

    /**
     * A connection was lent for a statement, a transaction or a stream.
     *
     * @param waited how long its borrower waited for it
     */
    default void acquired(Duration waited) {}

    /**
     * A connection was given back, or was closed because it was of no use any more.
     *
     * @param held how long it was lent
     */
    default void released(Duration held) {}

    /**
     * No connection was lent.
     *
     * @param failure what the borrower gets; its kind tells an exhausted pool from a server that cannot be reached
     */
    default void timedOut(QueryException failure) {}

    /** The pool was closed, and its connections with it; told once. */
    default void closed() {}
}
