package dev.rowan.dialect.duckdb;

import static dev.rowan.query.Sql.createTable;

import dev.rowan.oracle.IncludeOracle;
import dev.rowan.schema.Table;
import java.sql.Statement;

final class DuckDbOracleTest extends IncludeOracle {
    @Override
    protected String newDatabase() {
        return "jdbc:duckdb::memory:oracle";
    }

    /** After many deletes DuckDB finds no row by {@code order by id limit 1}, so the tables are made anew. */
    @Override
    protected void emptyTables() {
        for (Table<?> table : tables()) {
            db().withJdbc(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("drop table " + table);
                }
            });
            db().execute(createTable(table));
        }
    }
}
