package dev.rowan.dialect.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Lacks;
import dev.rowan.contract.ManyRowsContract;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@Lacks(words = "insertOrGet, which must know whether the row was there")
final class DuckDbManyRowsTest extends ManyRowsContract {
    @Override
    protected String newDatabase() {
        return "jdbc:duckdb::memory:manyrows";
    }

    /** Of two transactions that update a row at the same time DuckDB lets the second fail. */
    @Override
    @Test
    public void plainStatementsOfManyCountToo() {
        assertThatThrownBy(super::plainStatementsOfManyCountToo).hasRootCauseInstanceOf(SQLException.class);
    }
}
