package dev.rowan.execute;

/**
 * The row of a key, which was there or has been inserted.
 *
 * @param record the row as the database holds it, without its associations
 * @param inserted whether this call inserted it; of several at once, one says so
 * @param <R> the record of the table's rows
 */
public record GotOrInserted<R>(R record, boolean inserted) {}
