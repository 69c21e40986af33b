package dev.rowan.dialect.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.ClubContract;
import dev.rowan.contract.Lacks;
import dev.rowan.error.ConstraintViolationException;
import dev.rowan.render.Feature;
import org.junit.jupiter.api.Test;

@Lacks(Feature.NESTED_ROWS)
final class DuckDbClubTest extends ClubContract {
    @Override
    protected String newDatabase() {
        return "jdbc:duckdb::memory:club";
    }

    /** DuckDB takes an update that returns rows for a delete and an insert, which other rows point at meanwhile. */
    @Override
    @Test
    public void rowsThatAreDeletedSoftlyAreReturnedAsTheyAreAfterwards() {
        assertThatThrownBy(super::rowsThatAreDeletedSoftlyAreReturnedAsTheyAreAfterwards)
                .isInstanceOf(ConstraintViolationException.class)
                .rootCause()
                .hasMessageContaining("foreign key limitations");
    }
}
