package dev.rowan.thirdparty.duckdb;

import dev.rowan.contract.DialectContract;

final class DuckDbContractTest extends DialectContract {
    @Override
    protected String newDatabase() {
        return "jdbc:duckdb::memory:contract";
    }
}
