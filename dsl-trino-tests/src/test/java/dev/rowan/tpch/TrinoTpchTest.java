package dev.rowan.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.execute.Database;
import dev.rowan.trino.TrinoServer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of TPC-H, the very objects that the other databases answer, on the data that Trino itself brings along. */
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrinoTpchTest {
    private final HikariDataSource pool = pool();
    private final Database db = Database.of(pool);

    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(TrinoServer.tpch());
        pool.setMaximumPoolSize(2);
        return pool;
    }

    @AfterAll
    void close() {
        pool.close();
    }

    static Set<Integer> queries() {
        return TpchQueries.ALL.keySet();
    }

    @ParameterizedTest(name = "query {0}")
    @MethodSource("queries")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void queryGivesThePublishedAnswer(int query) {
        List<?> rows = db.fetch(TpchQueries.ALL.get(query));

        TpchAnswer.of(query).requireEqual(rows);
    }

    @Test
    void allQueriesAreAsked() {
        assertThat(queries()).hasSize(22);
    }
}
