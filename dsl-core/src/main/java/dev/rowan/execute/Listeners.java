package dev.rowan.execute;

import dev.rowan.error.RowanException;
import dev.rowan.render.RenderedSql;
import java.time.Duration;

/** Two listeners, told one after the other; each is told of the end of what it was told of the start of. */
record Listeners(StatementListener first, StatementListener second, Planner planner) implements StatementListener {
    @Override
    public void started(RenderedSql sql) {
        first.started(sql);
        try {
            second.started(sql);
        } catch (RuntimeException | Error e) {
            tellKept(sql, e);
            throw e;
        }
    }

    /** Tells the first that the second has kept a statement from being sent. */
    private void tellKept(RenderedSql sql, Throwable reason) {
        RowanException failure = reason instanceof RowanException own
                ? own
                : new RowanException(
                        "expected listeners that let the statement be sent, got "
                                + reason.getClass().getName() + " of one",
                        reason);
        try {
            first.executed(new StatementEvent(planner.dialect(), sql, Duration.ZERO, 0, failure));
        } catch (RuntimeException e) {
            suppress(e, reason);
        }
    }

    private static void suppress(RuntimeException second, Throwable first) {
        if (second != first) { // it may throw what it was told of
            first.addSuppressed(second);
        }
    }

    @Override
    public void executed(StatementEvent event) {
        try {
            first.executed(event);
        } catch (RuntimeException | Error e) {
            try {
                second.executed(event);
            } catch (RuntimeException another) {
                suppress(another, e);
            }
            throw e;
        }
        second.executed(event);
    }
}
