package dev.rowan.dialect.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.GraphContract;
import org.junit.jupiter.api.Test;

final class DuckDbGraphTest extends GraphContract {
    @Override
    protected String newDatabase() {
        return "jdbc:duckdb::memory:graph";
    }

    /** DuckDB's planner loses its way in a subquery that two others read columns of, and takes the query for its own error. */
    @Override
    @Test
    public void aRequiredIncludeWithinAnotherLeavesRowsOfThatOneOut() {
        assertThatThrownBy(super::aRequiredIncludeWithinAnotherLeavesRowsOfThatOneOut)
                .rootCause()
                .hasMessageStartingWith("INTERNAL Error: ");
    }
}
