package dev.rowan.tpch;

final class DuckDbTpchTest extends TpchContract {
    @Override
    String newDatabase() {
        return "jdbc:duckdb::memory:tpch";
    }
}
