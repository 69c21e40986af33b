package dev.rowan.spring;

import dev.rowan.execute.Database;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Databases that take part in the transactions of Spring.
 *
 * <pre>{@code
 * @Bean
 * Database database(DataSource dataSource) {
 *     return SpringDatabase.of(dataSource);
 * }
 * }</pre>
 */
public final class SpringDatabase {
    private SpringDatabase() {}

    /**
     * The database of a data source, which remains the caller's to close. In a transaction that Spring has begun on the same data source,
     * statements are a part of it. {@code db.transaction(…)} is then a savepoint of it, which is undone alone if it throws, and {@code
     * tx.afterCommit(…)} waits for Spring's commit. Outside of one, Rowan commits what it does.
     *
     * <p>Called outside of transactions, for it asks the server which dialect it speaks. Thread-safe.
     *
     * @throws dev.rowan.error.ConfigurationException if no dialect accepts the data source's URL
     */
    public static Database of(DataSource dataSource) {
        DataSource aware = dataSource instanceof TransactionAwareDataSourceProxy
                ? dataSource
                : new TransactionAwareDataSourceProxy(dataSource);
        return Database.of(aware, SpringDatabase::afterCommit);
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException(
                    TransactionSynchronizationManager.isActualTransactionActive()
                            ? "expected a transaction that is under way, for what waits for its commit or listens to it, got one that"
                                    + " has ended; what an action after the commit writes goes into a transaction of its own (REQUIRES_NEW)"
                            : "expected a transaction manager that tells of its commits, for what waits for one or listens to it, got"
                                    + " a transaction of one that does not; let it synchronize, or leave out afterCommit(…) and the"
                                    + " listeners of tables");
        }
        TransactionSynchronizationManager.registerSynchronization(new AfterCommit(action));
    }
}
