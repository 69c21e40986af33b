package dev.rowan.execute;

import org.jspecify.annotations.Nullable;

/** Where the rows of a stream come from, one after another. For one thread. */
interface RowSource<R extends @Nullable Object> extends AutoCloseable {
    /** Moves on to the next row; false if there is none. */
    boolean next();

    /** The row that was moved on to. */
    R row();

    /** Whether no other statement can run on the connection until this is closed. */
    boolean isAlone();

    /** Gives back what the driver holds; the connection is the stream's to give back. */
    @Override
    void close();
}
