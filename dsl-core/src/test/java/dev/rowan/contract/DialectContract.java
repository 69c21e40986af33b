package dev.rowan.contract;

import static dev.rowan.contract.Defaults.DEFAULTS;
import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.execute.Database;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * What every dialect must do, on a real database. A dialect's own test is a subclass of five lines:
 *
 * <pre>{@code
 * final class PostgresContractTest extends DialectContract {
 *     @Override
 *     protected String newDatabase() {
 *         return PostgresServer.newDatabase("contract");
 *     }
 * }
 * }</pre>
 *
 * Each theme is an interface of its own. All tests of a class share one database, whose tables are emptied before each
 * test, and run in a JVM whose zone has summer time, so that a value that strays through that zone is found.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DialectContract
        implements MissionContract,
                IncludeContract,
                ConditionContract,
                SubqueryContract,
                QueryContract,
                FunctionContract,
                FeatureContract,
                TypeContract,
                TimeContract,
                WriteContract,
                NameContract,
                ErrorContract,
                TransactionContract {
    private static final List<Table<?>> TABLES = List.of(USER, PRODUCT, ORDER, LINE_ITEM, NOTE, SAMPLE, DEFAULTS);

    private final TimeZone usualZone = TimeZone.getDefault();
    private @Nullable HikariDataSource pool;
    private @Nullable Database database;

    /** For subclasses. */
    protected DialectContract() {}

    /** The JDBC URL of an empty database, which carries the user; called once. */
    protected abstract String newDatabase();

    @BeforeAll
    final void open() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        pool = new HikariDataSource();
        pool.setJdbcUrl(newDatabase());
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(1);
        database = Database.of(pool);
        TABLES.forEach(table -> db().execute(createTable(table)));
    }

    @AfterAll
    final void close() {
        TimeZone.setDefault(usualZone);
        if (pool != null) {
            pool.close();
        }
    }

    @BeforeEach
    final void empty() {
        db().execute(update(USER).set(USER.REFERRER_ID, (Long) null).everyRow());
        for (int i = TABLES.size() - 1; i >= 0; i--) {
            db().execute(deleteFrom(TABLES.get(i)).everyRow());
        }
    }

    @Override
    public final Database db() {
        if (database == null) {
            throw new IllegalStateException("expected an open database, got a test before open()");
        }
        return database;
    }

    @Override
    public final DataSource dataSource() {
        if (pool == null) {
            throw new IllegalStateException("expected an open pool, got a test before open()");
        }
        return pool;
    }
}
