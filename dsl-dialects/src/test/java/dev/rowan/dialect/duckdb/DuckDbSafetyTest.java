package dev.rowan.dialect.duckdb;

import dev.rowan.contract.Lacks;
import dev.rowan.contract.SafetyContract;
import dev.rowan.render.Feature;

@Lacks(Feature.NESTED_TRANSACTION)
final class DuckDbSafetyTest extends SafetyContract {
    @Override
    protected String newDatabase() {
        return "jdbc:duckdb::memory:safety";
    }
}
