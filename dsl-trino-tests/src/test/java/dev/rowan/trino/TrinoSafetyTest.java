package dev.rowan.trino;

import dev.rowan.contract.Lacks;
import dev.rowan.contract.SafetyContract;
import dev.rowan.execute.Database;
import dev.rowan.render.Feature;
import dev.rowan.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The contract of writes that are refused, collide, or happen as a whole, on tables in memory; tests that ask for what Trino has not are given up, as listed. */
@Tag("soak")
@Lacks(
        value = {
            Feature.UPDATE,
            Feature.DELETE,
            Feature.GENERATED_KEY,
            Feature.COLUMN_DEFAULT,
            Feature.COLUMN_DEFAULT,
            Feature.EXACT_JSON_NUMBERS,
            Feature.RETURNING_OF_UPDATE,
            Feature.RETURNING_OF_DELETE,
            Feature.SERIALIZABLE,
            Feature.NESTED_ROWS,
            Feature.NESTED_TRANSACTION,
            Feature.WRITE_IN_TRANSACTION,
            Feature.RETURNING_OF_INSERT,
            Feature.CONFLICT_CLAUSE,
            Feature.FOR_UPDATE
        },
        words = {
            "primary key, unique key, foreign key or check",
            "column of a query around the outer one",
            "limit in a subquery that reads columns of the outer query"
        })
final class TrinoSafetyTest extends SafetyContract {
    private final MemoryTables memory = new MemoryTables();

    @Override
    protected String newDatabase() {
        return TrinoServer.newDatabase("safety");
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
