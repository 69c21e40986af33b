package dev.rowan.execute;

import dev.rowan.expression.BoundValue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each statement to the logger {@code dev.rowan.sql} at DEBUG: its text, and of its binds only the types. */
final class SqlLog implements StatementListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rowan.sql");

    static final SqlLog INSTANCE = new SqlLog();

    static boolean isOn() {
        return LOG.isDebugEnabled();
    }

    @Override
    public void executed(StatementEvent event) {
        String binds =
                event.sql().binds().stream().map(BoundValue::toString).collect(Collectors.joining(", ", "[", "]"));
        if (event.failure() == null) {
            LOG.debug(
                    "{} {} {} rows, {} us",
                    event.sql(),
                    binds,
                    event.rows(),
                    event.duration().toNanos() / 1000);
        } else {
            LOG.debug("{} failed: {}", binds, event.failure().getMessage());
        }
    }
}
