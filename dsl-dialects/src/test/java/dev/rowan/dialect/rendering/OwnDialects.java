package dev.rowan.dialect.rendering;

import dev.rowan.contract.RenderedDialects;
import dev.rowan.dialect.duckdb.DuckDbDialect;
import dev.rowan.dialect.h2.H2Dialect;
import dev.rowan.dialect.mariadb.MariaDbDialect;
import dev.rowan.dialect.mysql.MySqlDialect;
import dev.rowan.dialect.postgres.PostgresDialect;
import dev.rowan.dialect.sqlite.SqliteDialect;
import dev.rowan.dialect.sqlserver.SqlServerDialect;
import dev.rowan.dialect.trino.TrinoDialect;
import dev.rowan.render.Dialect;
import java.util.List;

/** The dialects of this module, at the versions that its tests run. */
public final class OwnDialects implements RenderedDialects {
    @Override
    public List<Dialect> dialects() {
        return List.of(
                new H2Dialect(2, 5),
                new PostgresDialect(18, 6),
                new MySqlDialect(8, 0),
                new MariaDbDialect(11, 4),
                new SqliteDialect(3, 54),
                new DuckDbDialect(2, 0),
                new TrinoDialect(435),
                new SqlServerDialect(16, 0));
    }
}
