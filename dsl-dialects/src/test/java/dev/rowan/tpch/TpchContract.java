package dev.rowan.tpch;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.execute.Database;
import dev.rowan.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The queries of TPC-H, of which each database must give the published answers. A database's own test is a subclass that
 * gives one JDBC URL; all its tests share the data, which is loaded once and only read.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TpchContract {
    private @Nullable HikariDataSource pool;
    private @Nullable Database database;

    /** The JDBC URL of an empty database, which carries the user; called once. */
    abstract String newDatabase();

    /** What makes the database's planner know the data; each statement is sent by plain JDBC. */
    List<String> analyze() {
        return List.of("analyze");
    }

    static Set<Integer> queries() {
        return TpchQueries.ALL.keySet();
    }

    @BeforeAll
    final void load() throws SQLException {
        pool = new HikariDataSource();
        pool.setJdbcUrl(newDatabase());
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        database = Database.of(pool);
        TpchData.load(database);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : TpchData.createIndexes(database.dialect().quotes())) {
                statement.execute(sql);
            }
            for (String sql : analyze()) {
                statement.execute(sql);
            }
        }
    }

    @AfterAll
    final void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @ParameterizedTest(name = "query {0}")
    @MethodSource("queries")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    final void queryGivesThePublishedAnswer(int query) {
        List<?> rows = db().fetch(TpchQueries.ALL.get(query));

        TpchAnswer.of(query).requireEqual(rows);
    }

    /** The published answer is no more than 0, so here is what the published text answers for another nation. */
    @Test
    final void marketShareIsRightWhereTheNationHasOne() {
        List<?> rows = db().fetch(NationQueries.nationalMarketShare("UNITED STATES", "ECONOMY ANODIZED STEEL"));

        new TpchAnswer(8, List.of(List.of("1995", "0.29545096278323545644"), List.of("1996", "0.14798617211983019373")))
                .requireEqual(rows);
    }

    /** The published answer is no more than NULL, so here is what the published text answers for other parts. */
    @Test
    final void smallOrdersAreSummedWhereThereAreSome() {
        List<?> rows = db().fetch(SalesQueries.smallQuantityOrderRevenue("Brand#44", "WRAP CAN"));

        new TpchAnswer(17, List.of(List.of("11011.5428571428571429"))).requireEqual(rows);
    }

    @Test
    final void allRowsAreThere() {
        assertThat(TpchData.tables().stream().map(this::rowCount))
                .containsExactly(5L, 25L, 100L, 2_000L, 8_000L, 1_500L, 15_000L, 60_175L);
    }

    private long rowCount(Table<?> table) {
        return db().fetchOne(select(count()).from(table));
    }

    final Database db() {
        if (database == null) {
            throw new IllegalStateException("expected an open database, got a test before load()");
        }
        return database;
    }

    final DataSource dataSource() {
        if (pool == null) {
            throw new IllegalStateException("expected an open pool, got a test before load()");
        }
        return pool;
    }
}
