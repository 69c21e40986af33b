package dev.rowan.trino;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.DialectContract;
import dev.rowan.contract.Lacks;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.render.Feature;
import dev.rowan.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract, on tables in memory; tests that ask for what Trino has not are given up, as listed. */
@Tag("soak")
@Lacks(
        value = {
            Feature.UPDATE,
            Feature.DELETE,
            Feature.GENERATED_KEY,
            Feature.COLUMN_DEFAULT,
            Feature.EXACT_JSON_NUMBERS,
            Feature.RETURNING_OF_UPDATE,
            Feature.RETURNING_OF_DELETE,
            Feature.SERIALIZABLE,
            Feature.NESTED_ROWS,
            Feature.NESTED_TRANSACTION,
            Feature.WRITE_IN_TRANSACTION,
            Feature.DISTINCT_ON,
            Feature.RETURNING_OF_INSERT,
            Feature.CONFLICT_CLAUSE,
            Feature.RECURSIVE_UNION,
            Feature.DISTINCT_OVER_WINDOW,
            Feature.FRAME_EXCLUSION,
            Feature.COMMON_TABLE_IN_VALUES,
            Feature.FOR_UPDATE,
            Feature.ARRAY
        },
        functions = {"json_array_agg"},
        words = {
            "primary key, unique key, foreign key or check",
            "computed key in rollup, cube or grouping sets",
            "column of a query around the outer one",
            "offset in a subquery that reads columns of the outer query",
            "limit in a subquery that reads columns of the outer query",
            "limit of more than 2147483647 sorted rows",
            "plan of a statement with values",
            "subquery in the values of an insert"
        })
final class TrinoContractTest extends DialectContract {
    private static final String NO_CHANGES = "does not support modifying table rows";

    private final MemoryTables memory = new MemoryTables();

    @Override
    protected String newDatabase() {
        return TrinoServer.newDatabase("contract");
    }

    @Override
    protected Database opened(Database handle) {
        return memory.watched(handle);
    }

    @Override
    public void create(Table<?> table) {
        MemoryTables.create(db(), table);
    }

    @Override
    protected void emptyTables(List<Table<?>> tables) {
        memory.empty(db(), tables);
    }

    /**
     * The example of a rollup has a computed key, which is refused; that of letters beyond ASCII updates a row; that of serializable
     * transactions takes the update that fails for one that fell to another.
     */
    @Override
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ROLLUP", "CASE_BEYOND_ASCII", "SERIALIZABLE"})
    public void featureIsNativeJustWhereTheServerUnderstandsTheStandard(Feature feature) {
        super.featureIsNativeJustWhereTheServerUnderstandsTheStandard(feature);
    }

    /** A recursion ends after ten rounds. */
    @Override
    @Test
    public void recursiveCounts() {
        assertThatThrownBy(super::recursiveCounts)
                .isInstanceOf(QueryException.class)
                .rootCause()
                .hasMessageContaining("Recursion depth limit exceeded (10)");
    }

    /** One of the queries that are right elsewhere deletes. */
    @Override
    @Test
    public void checkFindsTheQueriesThatDoNotFit() {
        assertThatThrownBy(super::checkFindsTheQueriesThatDoNotFit)
                .hasMessageContaining("Right.FORGET: Trino 435.0 has no delete;");
    }

    /** What is written by hand is the server's to refuse. */
    @Override
    @Test
    public void queryByHandMayQuoteItsNames() {
        assertThatThrownBy(super::queryByHandMayQuoteItsNames).rootCause().hasMessageContaining(NO_CHANGES);
    }

    /** What is written by hand is the server's to refuse. */
    @Override
    @Test
    public void commandByHandBindsByName() {
        assertThatThrownBy(super::commandByHandBindsByName).rootCause().hasMessageContaining(NO_CHANGES);
    }
}
