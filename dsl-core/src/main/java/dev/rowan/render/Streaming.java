package dev.rowan.render;

/**
 * What a driver asks for, so that it yields the rows of a query while they are read, rather than all at once. Immutable.
 *
 * @param fetchSize what {@code setFetchSize} is given, usually how many rows come with one round trip
 * @param inTransaction whether it does so only while the connection is not in auto-commit mode
 * @param alone whether no other statement can run on the connection while the rows are read, be it that the driver refuses it,
 *     or that it first reads all remaining rows into memory
 */
public record Streaming(int fetchSize, boolean inTransaction, boolean alone) {
    /** A thousand rows with each round trip, and no further conditions. */
    public static final Streaming BY_FETCH_SIZE = new Streaming(1_000, false, false);
}
