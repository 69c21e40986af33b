package dev.rowan.execute;

/**
 * What became of a row of an upsert.
 *
 * @param key the key that the row has now, never another row's
 * @param outcome what was done
 * @param <K> the Java type of the key
 */
public record Upserted<K>(K key, Outcome outcome) {

    /** What was done with a row. */
    public enum Outcome {
        /** There was no row of its key: it was inserted. */
        INSERTED,
        /** The row that was there was updated. */
        UPDATED,
        /** The row that was there stayed as it was: {@code doNothing()}, or {@code updateWhere(…)} did not hold. */
        UNCHANGED,
        /** It is there now, and the server does not tell how it came; any of the others may be true. */
        UNKNOWN
    }
}
