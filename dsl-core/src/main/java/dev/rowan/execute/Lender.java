package dev.rowan.execute;

import org.jspecify.annotations.Nullable;

/** A server that lends connections: the primary, or a replica. */
interface Lender {
    /** Lends a connection for single statements. */
    Lease lease(StatementRunner runner);

    /** Lends a connection on which a transaction has begun. */
    Lease transactional(StatementRunner runner, TransactionOptions options, @Nullable Deadline deadline);
}
