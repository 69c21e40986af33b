package dev.rowan.contract;

import static dev.rowan.contract.Articles.ARTICLE;
import static dev.rowan.contract.Defaults.DEFAULTS;
import static dev.rowan.contract.Documents.DOCUMENT;
import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.contract.Tagged.TAGGED;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.hardDeleteFrom;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.execute.Database;
import dev.rowan.query.Delete;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * A database that all tests of a class share. Its tables are emptied before each test, and the tests run in a JVM whose zone
 * has summer time, so that a value that strays through that zone is found.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SharedDatabase implements OpenDatabase {
    private final List<Table<?>> tables = new ArrayList<>(tables());
    private final TimeZone usualZone = TimeZone.getDefault();
    private @Nullable HikariDataSource pool;
    private @Nullable Database database;

    /** For subclasses. */
    protected SharedDatabase() {}

    /** The JDBC URL of an empty database, which carries the user; called once. */
    protected abstract String newDatabase();

    /** The tables of the tests, in an order in which they can be created. */
    protected List<Table<?>> tables() {
        return List.of(USER, PRODUCT, ORDER, LINE_ITEM, NOTE, SAMPLE, DEFAULTS, DOCUMENT, ARTICLE);
    }

    /** The handle that the tests use; this one as it is. */
    protected Database opened(Database handle) {
        return handle;
    }

    @BeforeAll
    final void open() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        pool = new HikariDataSource();
        pool.setJdbcUrl(newDatabase());
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(1);
        database = opened(Database.of(pool));
        if (tables.contains(DOCUMENT) && db().dialect().support(Feature.ARRAY) != Support.REFUSED) {
            tables.add(TAGGED);
        }
        tables.stream().filter(table -> table != ARTICLE).forEach(this::create);
        if (tables.contains(ARTICLE)) {
            createArticles();
        }
    }

    @Override
    public void create(Table<?> table) {
        db().execute(createTable(table));
    }

    /** Creates the table in which words are looked for; the servers want it prepared for that in ways of their own. */
    protected void createArticles() {
        create(ARTICLE);
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
        emptyTables(tables);
    }

    /** Removes all rows. */
    protected void emptyTables(List<Table<?>> tables) {
        for (int i = tables.size() - 1; i >= 0; i--) {
            if (tables.get(i) == USER) {
                db().execute(update(USER).set(USER.REFERRER_ID, (Long) null).where(USER.REFERRER_ID.isNotNull()));
            }
            db().execute(emptied(tables.get(i)));
        }
    }

    private static Delete<?> emptied(Table<?> table) {
        Delete<?> all = hardDeleteFrom(table).everyRow();
        for (DefaultFilter filter : table.filters()) {
            all = all.unfiltered(filter);
        }
        return all;
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
