package dev.rowan.dialect.duckdb;

import dev.rowan.contract.DialectContract;

final class DuckDbContractTest extends DialectContract {
    @Override
    protected String newDatabase() {
        return "jdbc:duckdb::memory:contract";
    }
}
