package dev.rowan.trino;

import dev.rowan.execute.Database;
import dev.rowan.oracle.IncludeOracle;
import dev.rowan.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Random includes, on tables in memory. */
@Tag("soak")
final class TrinoOracleTest extends IncludeOracle {
    private final MemoryTables memory = new MemoryTables();

    @Override
    protected String newDatabase() {
        return TrinoServer.newDatabase("oracle");
    }

    @Override
    protected List<String> refused() {
        return List.of("column of a query around the outer one");
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

    @Override
    protected void emptyTables() {
        memory.empty(db(), tables());
    }
}
