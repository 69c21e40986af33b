package dev.rowan.dialect.spring;

import static dev.rowan.contract.Accounts.ACCOUNT;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.deleteFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.contract.Accounts;
import dev.rowan.execute.Database;
import dev.rowan.execute.Isolation;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.query.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Rowan in a transaction that Spring begins and ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpringTransactions {
    private final HikariDataSource pool = new HikariDataSource();
    private TransactionTemplate spring;
    private Database db;

    abstract String newDatabase();

    @BeforeAll
    void open() {
        pool.setJdbcUrl(newDatabase());
        pool.setMaximumPoolSize(2);
        spring = new TransactionTemplate(new DataSourceTransactionManager(pool));
        db = Database.of(new TransactionAwareDataSourceProxy(pool));
        db.execute(createTable(ACCOUNT));
    }

    @BeforeEach
    void openAccounts() {
        db.execute(deleteFrom(ACCOUNT).everyRow());
        Accounts.open(db, 2, 100);
    }

    @AfterEach
    void allConnectionsAreBack() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void statementsAreCommittedWithTheTransactionOfSpring() {
        spring.executeWithoutResult(status -> {
            Accounts.add(db, 1, -10);
            db.transaction(tx -> Accounts.transfer(tx, 1, 2, 20));
            assertThat(new JdbcTemplate(pool)
                            .queryForList("select \"balance\" from \"accounts\" order by 1", Long.class))
                    .containsExactly(70L, 120L);
            assertThat(Accounts.balance(elsewhere(), 1)).isEqualTo(100);
        });

        assertThat(Accounts.balance(db, 1)).isEqualTo(70);
        assertThat(Accounts.balance(db, 2)).isEqualTo(120);
    }

    /** The same database through a connection that Spring knows nothing of. */
    private Database elsewhere() {
        return Database.of(pool, db.dialect());
    }

    @Test
    void statementsAreRolledBackWithTheTransactionOfSpring() {
        assertThatThrownBy(() -> spring.executeWithoutResult(status -> {
                    Accounts.add(db, 1, -10);
                    db.transaction(tx -> Accounts.transfer(tx, 1, 2, 20));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(Accounts.balance(db, 1)).isEqualTo(100);
    }

    @Test
    void transactionThatIsBegunIsPartOfThatOfSpring() {
        spring.executeWithoutResult(status -> {
            try (Transaction transaction = db.begin()) {
                Accounts.add(transaction, 1, -10);
                transaction.commit();
            }
            assertThat(Accounts.balance(elsewhere(), 1)).isEqualTo(100);
        });

        assertThat(Accounts.balance(db, 1)).isEqualTo(90);
    }

    @Test
    void transactionThatSpringMarksIsRolledBack() {
        spring.executeWithoutResult(status -> {
            db.transaction(tx -> Accounts.transfer(tx, 1, 2, 20));
            status.setRollbackOnly();
        });
        assertThat(Accounts.balance(db, 1)).isEqualTo(100);

        assertThatThrownBy(() -> spring.executeWithoutResult(outer -> {
                    Accounts.add(db, 1, -10);
                    spring.executeWithoutResult(inner -> {
                        db.transaction(tx -> Accounts.transfer(tx, 1, 2, 20));
                        inner.setRollbackOnly();
                    });
                }))
                .isInstanceOf(UnexpectedRollbackException.class);
        assertThat(Accounts.balance(db, 1)).isEqualTo(100);
    }

    @Test
    void transactionWithinThatOfSpringIsUndoneAlone() {
        spring.executeWithoutResult(status -> {
            Accounts.add(db, 1, -10);
            assertThatThrownBy(() -> db.transaction(tx -> {
                        Accounts.add(tx, 2, 1_000);
                        return Accounts.transfer(tx, 1, 2, 5_000);
                    }))
                    .hasMessage("insufficient funds");
        });

        assertThat(Accounts.balance(db, 1)).isEqualTo(90);
        assertThat(Accounts.balance(db, 2)).isEqualTo(100);
    }

    @Test
    void whatOnlyTheBeginningOrTheCommitCanDoIsRefused() {
        spring.executeWithoutResult(status -> {
            TransactionOptions options = TransactionOptions.DEFAULT.withIsolation(Isolation.REPEATABLE_READ);
            assertThatThrownBy(() -> db.transaction(options, tx -> 1)).isInstanceOf(IllegalStateException.class);
            db.transaction(tx -> {
                assertThatThrownBy(() -> tx.afterCommit(() -> {})).isInstanceOf(IllegalStateException.class);
                return 0;
            });
            assertThat(db.fetchOne(Sql.select(ACCOUNT.BALANCE).from(ACCOUNT).limit(1)))
                    .isEqualTo(100);
        });
    }

    @Test
    void withoutATransactionOfSpringRowanCommitsItsOwn() {
        db.transaction(tx -> Accounts.transfer(tx, 1, 2, 20));

        assertThat(Accounts.balance(elsewhere(), 2)).isEqualTo(120);
    }
}
