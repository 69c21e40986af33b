package dev.rowan.execute;

import dev.rowan.render.RenderedSql;

/** Told of every statement that is sent, in the thread that sends it: when it starts, and once when it has ended. */
@FunctionalInterface
public interface StatementListener {

    /**
     * Called before a statement is sent; does nothing unless overridden. Each call is followed by one of {@link #executed} for the same
     * statement, unless this throws, which keeps the statement from being sent, and reaches its caller.
     */
    default void started(RenderedSql sql) {}

    /**
     * Called once for each statement, also for one that failed, be it in the database or where its rows are read. What it throws reaches
     * the caller of the statement.
     */
    void executed(StatementEvent event);
}
