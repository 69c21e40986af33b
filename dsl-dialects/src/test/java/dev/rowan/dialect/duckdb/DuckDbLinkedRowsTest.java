package dev.rowan.dialect.duckdb;

import dev.rowan.contract.LinkedRowsContract;

final class DuckDbLinkedRowsTest extends LinkedRowsContract {
    @Override
    protected String newDatabase() {
        return "jdbc:duckdb::memory:linkedrows";
    }
}
