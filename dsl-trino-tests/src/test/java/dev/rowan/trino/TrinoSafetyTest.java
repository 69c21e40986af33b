package dev.rowan.trino;

import dev.rowan.contract.SafetyContract;
import dev.rowan.execute.Database;
import dev.rowan.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The contract of writes that are refused, collide, or happen as a whole, on tables in memory; tests that ask for what Trino has not are given up, as listed. */
@Tag("soak")
@LacksOfTrino
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
