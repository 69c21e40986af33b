package dev.rowan.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.DialectContract;
import dev.rowan.dialect.h2.H2Dialect;
import dev.rowan.execute.Database;
import org.junit.jupiter.api.AfterAll;

/** The contract, run on H2, with each of its statements rendered for SQL Server too, which no test can run, and read. */
final class SqlServerContractTest extends DialectContract {
    private final RenderedStatements statements = new RenderedStatements();

    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:contract_of_sql_server;TIME ZONE=Europe/Berlin";
    }

    @Override
    protected Database opened(Database handle) {
        return Database.of(dataSource(), statements.watching(new H2Dialect(2, 5)));
    }

    @AfterAll
    void everyRefusalIsListed() {
        assertThat(statements.count()).isGreaterThan(5_000);
        statements.requireListed();
    }
}
