package dev.rowan.dialect.duckdb;

import dev.rowan.contract.GraphContract;

final class DuckDbGraphTest extends GraphContract {
    @Override
    protected String newDatabase() {
        return "jdbc:duckdb::memory:graph";
    }
}
