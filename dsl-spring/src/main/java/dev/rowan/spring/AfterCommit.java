package dev.rowan.spring;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;

/** An action that waits for the commit of a transaction of Spring, unless the part that asked for it is rolled back. */
final class AfterCommit implements TransactionSynchronization {
    private final Runnable action;
    private final Set<Object> later =
            Collections.newSetFromMap(new IdentityHashMap<>()); // savepoints after it was asked for
    private boolean undone;

    AfterCommit(Runnable action) {
        this.action = action;
    }

    @Override
    public void savepoint(Object savepoint) {
        later.add(savepoint);
    }

    @Override
    public void savepointRollback(Object savepoint) {
        undone |= !later.contains(savepoint);
    }

    /** Spring logs what it throws, and goes on with the others. */
    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED && !undone) {
            action.run();
        }
    }
}
