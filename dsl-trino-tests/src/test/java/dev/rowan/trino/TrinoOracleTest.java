package dev.rowan.trino;

import dev.rowan.contract.RandomCases;
import dev.rowan.execute.Database;
import dev.rowan.oracle.IncludeOracle;
import dev.rowan.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Random includes, on tables in memory; a statement takes a tenth of a second. */
@Tag("soak")
final class TrinoOracleTest extends IncludeOracle {
    private static final int SLOWER = 40;

    private final MemoryTables memory = new MemoryTables();

    @Override
    protected String newDatabase() {
        return TrinoServer.newDatabase("oracle");
    }

    @Override
    protected int cases(int usual) {
        return RandomCases.cases(usual / SLOWER);
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
