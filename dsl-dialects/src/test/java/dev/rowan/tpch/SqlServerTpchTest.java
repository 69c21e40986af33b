package dev.rowan.tpch;

import dev.rowan.dialect.sqlserver.SqlServerDialect;
import dev.rowan.dialect.sqlserver.TransactSql;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of TPC-H in T-SQL, which no test can run: each is rendered, and read. */
final class SqlServerTpchTest {
    static Set<Integer> queries() {
        return TpchQueries.ALL.keySet();
    }

    @ParameterizedTest(name = "query {0}")
    @MethodSource("queries")
    void queryIsRendered(int query) {
        TransactSql.require(
                new SqlServerDialect(16, 0).render(TpchQueries.ALL.get(query)).text());
    }
}
