package dev.rowan.spring;

import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.error.ConstraintViolationException;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.TableListener;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.query.Insert;
import dev.rowan.query.RowWrite;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.shop.User;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rowan in transactions that Spring declares, and its errors as Spring's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpringContract {
    private final HikariDataSource pool = new HikariDataSource();
    private AnnotationConfigApplicationContext context;
    private JdbcTemplate jdbc;
    Database db;
    UserRepository users;
    UserQueries queries;
    Work work;

    abstract String newDatabase();

    @BeforeAll
    void open() {
        pool.setJdbcUrl(newDatabase());
        pool.setMaximumPoolSize(3);
        context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", HikariDataSource.class, () -> pool);
        context.register(ShopConfiguration.class, UserRepository.class, UserQueries.class, Work.class);
        context.refresh();
        jdbc = new JdbcTemplate(pool);
        db = context.getBean(Database.class);
        users = context.getBean(UserRepository.class);
        queries = context.getBean(UserQueries.class);
        work = context.getBean(Work.class);
        LiveSchema.of(db).create(USER);
    }

    @BeforeEach
    void beginEmpty() {
        db.execute(deleteFrom(USER).everyRow());
    }

    @AfterEach
    void allConnectionsAreBack() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @AfterAll
    void close() {
        context.close();
        assertThat(pool.isClosed()).isTrue();
    }

    private void addByJdbc(String name) {
        jdbc.update("insert into \"users\" (\"name\", \"email\") values (?, ?)", name, name + "@example.org");
    }

    @Test
    void rollbackTakesTheWritesOfBoth() {
        assertThatThrownBy(() -> work.required(() -> {
                    users.add("Ann");
                    addByJdbc("Bob");
                    assertThat(jdbc.queryForObject("select count(*) from \"users\"", Long.class))
                            .isEqualTo(2);
                    assertThat(queries.names()).containsExactly("Ann", "Bob");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(queries.names()).isEmpty();
    }

    @Test
    void commitKeepsTheWritesOfBoth() {
        work.required(() -> {
            users.add("Ann");
            addByJdbc("Bob");
        });

        assertThat(queries.names()).containsExactly("Ann", "Bob");
    }

    @Test
    void requiresNewIsCommittedByItself() {
        assertThatThrownBy(() -> work.required(() -> {
                    users.add("Ann");
                    work.requiresNew(() -> {
                        assertThat(queries.names()).isEmpty();
                        users.add("Bob");
                    });
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(queries.names()).containsExactly("Bob");
    }

    @Test
    void nestedIsRolledBackAlone() {
        work.required(() -> {
            users.add("Ann");
            assertThatThrownBy(() -> work.nested(() -> {
                        users.add("Bob");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
        });

        assertThat(queries.names()).containsExactly("Ann");
    }

    @Test
    void readOnlyReads() {
        users.add("Ann");
        List<String> read = new ArrayList<>();

        work.readOnly(() -> read.addAll(queries.names()));

        assertThat(read).containsExactly("Ann");
    }

    @Test
    void rowansOwnTransactionIsASavepointOfSprings() {
        work.required(() -> {
            users.add("Ann");
            assertThatThrownBy(() -> db.transaction(tx -> {
                        tx.execute(insertInto(USER).set(USER.NAME, "Bob").set(USER.EMAIL, "b"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            db.transaction(
                    tx -> tx.execute(insertInto(USER).set(USER.NAME, "Cid").set(USER.EMAIL, "c")));
        });
        assertThat(queries.names()).containsExactly("Ann", "Cid");

        assertThatThrownBy(() -> work.required(() -> {
                    db.transaction(tx ->
                            tx.execute(insertInto(USER).set(USER.NAME, "Dan").set(USER.EMAIL, "d")));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(queries.names()).containsExactly("Ann", "Cid");
    }

    @Test
    void afterCommitWaitsForSpring() {
        List<String> told = new ArrayList<>();

        work.required(() -> {
            db.transaction(tx -> {
                tx.afterCommit(() -> told.add("part"));
                return 0;
            });
            assertThat(told).isEmpty();
        });
        assertThat(told).containsExactly("part");

        assertThatThrownBy(() -> work.required(() -> {
                    db.transaction(tx -> {
                        tx.afterCommit(() -> told.add("undone"));
                        return 0;
                    });
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(told).containsExactly("part");
    }

    @Test
    void afterCommitOfAPartThatIsRolledBackIsForgotten() {
        List<String> told = new ArrayList<>();

        work.required(() -> {
            tellAfterCommit(told, "before");
            assertThatThrownBy(() -> work.nested(() -> {
                        tellAfterCommit(told, "nested");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThatThrownBy(() -> db.transaction(tx -> {
                        tx.afterCommit(() -> told.add("own"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            work.nested(() -> tellAfterCommit(told, "kept"));
            tellAfterCommit(told, "after");
        });

        assertThat(told).containsExactly("before", "kept", "after");
    }

    @Test
    void afterCommitIsForThePartInWhichItIsAskedFor() {
        List<String> told = new ArrayList<>();

        work.required(() -> db.transaction(tx -> {
            assertThatThrownBy(() -> work.nested(() -> {
                        tx.afterCommit(() -> told.add("undone first"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            tx.afterCommit(() -> {
                told.add("kept");
                throw new IllegalStateException("is logged");
            });
            assertThatThrownBy(() -> work.nested(() -> {
                        tx.afterCommit(() -> told.add("undone last"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            tx.afterCommit(() -> told.add("kept too"));
            return 0;
        }));

        assertThat(told).containsExactly("kept", "kept too");
    }

    private void tellAfterCommit(List<String> told, String what) {
        db.transaction(tx -> {
            tx.afterCommit(() -> told.add(what));
            return 0;
        });
    }

    private Database heardBy(List<Long> committed) {
        return db.withListener(USER, new TableListener<User>() {
            @Override
            public void afterCommit(RowWrite<User> write, long rows) {
                committed.add(rows);
            }
        });
    }

    private static Insert<User, ?> user(String name) {
        return insertInto(USER).set(USER.NAME, name).set(USER.EMAIL, name);
    }

    @Test
    void listenersOfATableAreToldOfSpringsCommit() {
        List<Long> committed = new ArrayList<>();
        Database heard = heardBy(committed);

        work.required(() -> {
            heard.execute(user("Ann"));
            assertThat(committed).isEmpty();
        });
        assertThat(committed).containsExactly(1L);

        assertThatThrownBy(() -> work.required(() -> {
                    heard.execute(user("Bob"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(committed).containsExactly(1L);
    }

    @Test
    void whatIsHeardIsNotWrittenAfterTheCommitButInATransactionOfItsOwn() {
        List<Long> committed = new ArrayList<>();
        Database heard = heardBy(committed);
        List<Throwable> failures = new ArrayList<>();

        work.required(() -> db.transaction(tx -> {
            tx.afterCommit(() -> {
                failures.add(catchThrowable(() -> heard.execute(user("Ann"))));
                failures.add(catchThrowable(() -> heard.insertAll(
                        USER, List.of(new User(0, "Bob", "b", true, null, Many.unloaded(), One.unloaded())))));
                failures.add(catchThrowable(() -> tellAfterCommit(new ArrayList<>(), "never")));
                work.requiresNew(() -> heard.execute(user("Cid")));
            });
            return 0;
        }));

        assertThat(failures)
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("REQUIRES_NEW"));
        assertThat(queries.names()).containsExactly("Cid");
        assertThat(committed).containsExactly(1L);
    }

    @Test
    void managerThatDoesNotTellOfItsCommitsTakesWhatWaitsForNone() {
        DataSourceTransactionManager silent = new DataSourceTransactionManager(pool);
        silent.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        TransactionTemplate template = new TransactionTemplate(silent);
        Database heard = heardBy(new ArrayList<>());

        template.executeWithoutResult(status -> {
            db.transaction(tx -> tx.execute(user("Ann")));
            db.insertAll(USER, List.of(new User(0, "Bob", "b", true, null, Many.unloaded(), One.unloaded())));
            assertThatThrownBy(() -> heard.execute(user("Cid")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("tells of its commits");
        });

        assertThat(queries.names()).containsExactly("Ann", "Bob");
    }

    @Test
    void whatARepositoryThrowsIsSprings() {
        long ann = users.add("Ann");

        DuplicateKeyException taken = catchThrowableOfType(DuplicateKeyException.class, () -> users.add("Ann"));
        assertThat(taken).hasMessageNotContaining("ann@");
        assertThat(taken.getCause()).isInstanceOfSatisfying(ConstraintViolationException.class, cause -> {
            assertThat(cause.kind()).isEqualTo(QueryException.Kind.UNIQUE_VIOLATION);
            assertThat(cause.constraint()).isEqualTo("users_email_key");
            assertThat(cause.columns()).containsExactly("email");
        });
        assertThatThrownBy(() -> queries.refer(ann, 4711))
                .isExactlyInstanceOf(DataIntegrityViolationException.class)
                .hasCauseInstanceOf(QueryException.class);
        assertThatThrownBy(() -> queries.find("Bob")).isInstanceOf(EmptyResultDataAccessException.class);
        BadSqlGrammarException grammar =
                catchThrowableOfType(BadSqlGrammarException.class, () -> queries.callWhatIsNotThere());
        assertThat(grammar.getSql()).isEqualTo("delete from nowhere");
        assertThat(grammar.getSQLException().getSQLState()).startsWith("42");
        assertThat(grammar).hasRootCauseInstanceOf(SQLException.class);
        users.add("Bob");
        assertThatThrownBy(() -> queries.numberAll(77))
                .cause()
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        cause -> assertThat(cause.columns()).containsExactly("id"));
    }
}
