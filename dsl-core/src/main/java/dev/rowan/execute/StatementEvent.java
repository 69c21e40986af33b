package dev.rowan.execute;

import dev.rowan.error.RowanException;
import dev.rowan.render.Dialect;
import dev.rowan.render.RenderedSql;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was sent.
 *
 * @param dialect the database that it was sent to
 * @param sql its text and binds; a listener that writes binds out decides for itself which are not secret
 * @param duration from the preparation until the last row was read
 * @param rows how many rows it read or touched; 0 if it failed
 * @param failure null unless it failed
 */
public record StatementEvent(
        Dialect dialect,
        RenderedSql sql,
        Duration duration,
        long rows,
        @Nullable RowanException failure) {

    /** What the statement does to which table, in few words for metrics and traces, as {@link RenderedSql#summary()} says. */
    public String summary() {
        return sql.summary();
    }
}
