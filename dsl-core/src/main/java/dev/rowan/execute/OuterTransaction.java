package dev.rowan.execute;

/**
 * The transactions that somebody else begins and commits on the connections of a data source, as Spring does: what Rowan must ask of
 * them. Called in the thread that is in such a transaction. Must be thread-safe.
 */
@FunctionalInterface
public interface OuterTransaction {

    /**
     * Has an action run when the transaction in which this thread is has been committed, and never if it is rolled back. Asked before
     * anything is written that the action tells of.
     *
     * @throws IllegalStateException if the thread is in none whose commit can be seen, or in one that has been committed; nothing is written
     *     then
     */
    void afterCommit(Runnable action);
}
