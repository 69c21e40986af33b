import dev.rowan.dialect.duckdb.DuckDbProvider;
import dev.rowan.dialect.h2.H2Provider;
import dev.rowan.dialect.mariadb.MariaDbProvider;
import dev.rowan.dialect.mysql.MySqlProvider;
import dev.rowan.dialect.postgres.PostgresProvider;
import dev.rowan.dialect.sqlite.SqliteProvider;
import dev.rowan.dialect.sqlserver.SqlServerProvider;
import dev.rowan.dialect.trino.TrinoProvider;
import dev.rowan.render.DialectProvider;

/** The dialects that Rowan ships. The drivers are the user's. */
@SuppressWarnings("requires-automatic") // the driver of PostgreSQL is no module yet
module dev.rowan.dsl.dialects {
    requires transitive dev.rowan.dsl.core;
    requires static org.postgresql.jdbc;

    exports dev.rowan.dialect.duckdb;
    exports dev.rowan.dialect.h2;
    exports dev.rowan.dialect.mariadb;
    exports dev.rowan.dialect.mysql;
    exports dev.rowan.dialect.postgres;
    exports dev.rowan.dialect.sqlite;
    exports dev.rowan.dialect.sqlserver;
    exports dev.rowan.dialect.trino;

    provides DialectProvider with
            DuckDbProvider,
            H2Provider,
            MariaDbProvider,
            MySqlProvider,
            PostgresProvider,
            SqliteProvider,
            SqlServerProvider,
            TrinoProvider;
}
