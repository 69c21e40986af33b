package dev.rowan.execute;

import java.sql.Connection;

/**
 * What a transaction may see of others that run at the same time. A database may isolate more than it is asked to: SQLite always
 * does so completely, PostgreSQL and MySQL keep phantoms from {@link #REPEATABLE_READ} too.
 */
public enum Isolation {
    /** Only what is committed, but the same query may see something else later. */
    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
    /** A row that was read stays as it was. */
    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
    /**
     * As if all transactions ran one after another; those that cannot fail as {@link dev.rowan.error.QueryException.Kind#CONFLICT},
     * see {@link Retry}. Refused where the database takes the word and isolates less (H2).
     */
    SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

    private final int level;

    Isolation(int level) {
        this.level = level;
    }

    /** The number by which JDBC knows it. */
    int level() {
        return level;
    }
}
