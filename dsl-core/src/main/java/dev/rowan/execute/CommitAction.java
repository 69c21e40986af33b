package dev.rowan.execute;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits for a commit. It may be asked for before it is known, for what it tells of is done later. For one thread at a time. */
final class CommitAction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private @Nullable Runnable action; // null until it is known

    void becomes(Runnable known) {
        action = known;
    }

    /** Does it, if it has come to be known; what it throws is logged, for what was committed stays so. */
    void run() {
        if (action == null) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("an action after the commit of a transaction failed; what was committed stays so", e);
        }
    }
}
