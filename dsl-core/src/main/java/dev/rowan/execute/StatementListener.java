package dev.rowan.execute;

/** Told of every statement that was sent, after it ended, in the thread that sent it. */
@FunctionalInterface
public interface StatementListener {

    /**
     * Called once for each statement, also for one that failed in the database or by a {@code RowanException}, but not
     * where a record's own constructor threw something else. What it throws reaches the caller of the statement.
     */
    void executed(StatementEvent event);
}
