package dev.rowan.contract;

import static dev.rowan.contract.Accounts.ACCOUNT;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.execute.Isolation;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.schema.Table;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a transaction sees of others where readers and writers do not wait for each other. */
public abstract class AnomalyContract extends SharedDatabase {
    /** For subclasses. */
    protected AnomalyContract() {}

    @Override
    protected List<Table<?>> tables() {
        return List.of(ACCOUNT);
    }

    @BeforeEach
    final void openAccounts() {
        Accounts.open(db(), 2, 100);
    }

    private Database other() {
        return Database.of(dataSource(), db().dialect());
    }

    private static TransactionOptions isolated(Isolation isolation) {
        return TransactionOptions.DEFAULT.withIsolation(isolation);
    }

    @Test
    final void nobodySeesWhatIsNotCommitted() {
        Database other = other();
        db().transaction(isolated(Isolation.READ_COMMITTED), tx -> {
            Accounts.add(tx, 1, -50);
            assertThat(other.<Long, RuntimeException>transaction(
                            isolated(Isolation.READ_COMMITTED), reader -> Accounts.balance(reader, 1)))
                    .isEqualTo(100);
            return 0;
        });
    }

    private long secondRead(Isolation isolation) {
        Database other = other();
        return db().transaction(isolated(isolation), tx -> {
            assertThat(Accounts.balance(tx, 1)).isEqualTo(100);
            Accounts.add(other, 1, -50);
            return Accounts.balance(tx, 1);
        });
    }

    @Test
    final void rowThatWasReadChangesUnderReadCommittedOnly() {
        assertThat(secondRead(Isolation.READ_COMMITTED)).isEqualTo(50);
        Accounts.add(db(), 1, 50);
        assertThat(secondRead(Isolation.REPEATABLE_READ)).isEqualTo(100);
    }

    private static long accounts(Transaction tx) {
        return tx.fetchOne(select(count()).from(ACCOUNT));
    }

    private long secondCount(Isolation isolation, long added) {
        Database other = other();
        return db().transaction(isolated(isolation), tx -> {
            long before = accounts(tx);
            other.execute(insertInto(ACCOUNT).set(ACCOUNT.ID, added).set(ACCOUNT.OWNER, "new"));
            return accounts(tx) - before;
        });
    }

    @Test
    final void phantomsComeUnderReadCommittedOnly() {
        assertThat(secondCount(Isolation.READ_COMMITTED, 7)).isEqualTo(1);
        assertThat(secondCount(Isolation.REPEATABLE_READ, 8)).isZero();
    }
}
