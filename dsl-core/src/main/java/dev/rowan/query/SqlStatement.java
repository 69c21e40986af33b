package dev.rowan.query;

import org.jspecify.annotations.Nullable;

/** A statement: a {@link SqlQuery}, which yields rows, or a {@link SqlCommand}, which yields a count. Immutable. */
public abstract sealed class SqlStatement permits SqlQuery, SqlCommand {
    private @Nullable Object memo; // racy: any thread may remember the same thing again

    SqlStatement() {}

    /** Calls the method of the visitor that belongs to this kind of statement. */
    public abstract void accept(StatementVisitor visitor);

    /**
     * What an executor has remembered about this statement, or null. Not part of its value, and of no use to others.
     */
    public final @Nullable Object memo() {
        return memo;
    }

    /** Remembers an immutable object, in place of what was remembered before. Only for executors. */
    public final void remember(Object newMemo) {
        memo = newMemo;
    }
}
