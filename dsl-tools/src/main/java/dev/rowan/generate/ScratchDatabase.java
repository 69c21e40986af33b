package dev.rowan.generate;

import dev.rowan.execute.PoolConfig;

/**
 * An empty database that a build starts for a while, so that scripts can be run on a server of the very kind that they are for. Found by
 * {@link java.util.ServiceLoader} under its name, or by the name of its class, which has a public constructor without parameters.
 */
public interface ScratchDatabase extends AutoCloseable {
    /** What it is called: {@code postgres}. */
    String name();

    /** Starts it; asked once. */
    PoolConfig start();

    /** Ends it, with all that it holds. */
    @Override
    void close();
}
