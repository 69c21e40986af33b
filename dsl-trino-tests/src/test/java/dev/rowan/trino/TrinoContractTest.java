package dev.rowan.trino;

import dev.rowan.contract.DialectContract;
import dev.rowan.contract.Lacks;
import dev.rowan.execute.Database;
import dev.rowan.render.Feature;
import dev.rowan.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("soak")
@Lacks(
        value = {Feature.UPDATE, Feature.DELETE, Feature.GENERATED_KEY, Feature.COLUMN_DEFAULT, Feature.EXACT_JSON_NUMBERS, Feature.RETURNING_OF_UPDATE, Feature.RETURNING_OF_DELETE, Feature.SERIALIZABLE, Feature.NESTED_ROWS, Feature.NESTED_TRANSACTION, Feature.WRITE_IN_TRANSACTION, Feature.DISTINCT_ON, Feature.RETURNING_OF_INSERT, Feature.CONFLICT_CLAUSE, Feature.RECURSIVE_UNION, Feature.DISTINCT_OVER_WINDOW, Feature.FRAME_EXCLUSION, Feature.COMMON_TABLE_IN_VALUES, Feature.FOR_UPDATE, Feature.ARRAY},
        functions = {"json_array_agg"},
        words = {"primary key, unique key, foreign key or check", "computed key in rollup, cube or grouping sets", "column of a query around the outer one", "offset in a subquery that reads columns of the outer query", "limit in a subquery that reads columns of the outer query", "limit of more than 2147483647 sorted rows", "plan of a statement with values", "subquery in the values of an insert"})
final class TrinoContractTest extends DialectContract {
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
}
