package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.query.Lock;
import dev.rowan.render.Feature;
import org.junit.jupiter.api.Test;

final class LockRenderingTest extends RenderingTest {
    @Test
    void rowsAreLocked() {
        assertRenders(select(PAPER.ID).from(PAPER).forUpdate())
                .as("select \"p\".\"id\" from \"p\" for update")
                .unsupportedOn("SQLite", Feature.FOR_UPDATE)
                .unsupportedOn("DuckDB", Feature.FOR_UPDATE)
                .unsupportedOn("Trino", Feature.FOR_UPDATE)
                .on("SQL Server", "select [p].[id] from [p] with (updlock, rowlock)");
        assertRenders(select(PAPER.ID).from(PAPER).forShare())
                .as("select \"p\".\"id\" from \"p\" for share")
                .on("MariaDB", "select `p`.`id` from `p` lock in share mode")
                .unsupportedOn("H2", Feature.FOR_SHARE)
                .unsupportedOn("SQLite", Feature.FOR_SHARE)
                .unsupportedOn("DuckDB", Feature.FOR_SHARE)
                .unsupportedOn("Trino", Feature.FOR_SHARE)
                .on("SQL Server", "select [p].[id] from [p] with (repeatableread, rowlock)");
    }

    @Test
    void lockedRowsAreNotWaitedFor() {
        assertRenders(select(PAPER.ID).from(PAPER).forUpdate(Lock::noWait))
                .as("select \"p\".\"id\" from \"p\" for update nowait")
                .unsupportedOn("SQLite", Feature.NO_WAIT)
                .unsupportedOn("DuckDB", Feature.NO_WAIT)
                .unsupportedOn("Trino", Feature.NO_WAIT)
                .on("SQL Server", "select [p].[id] from [p] with (updlock, rowlock, nowait)");
        assertRenders(select(PAPER.ID).from(PAPER).limit(1).forUpdate(Lock::skipLocked))
                .as("select \"p\".\"id\" from \"p\" fetch first ? rows only for update skip locked")
                .binds(1L)
                .on("MySQL", "select `p`.`id` from `p` limit ? for update skip locked")
                .on("MariaDB", "select `p`.`id` from `p` limit ? for update skip locked")
                .unsupportedOn("SQLite", Feature.SKIP_LOCKED)
                .unsupportedOn("DuckDB", Feature.SKIP_LOCKED)
                .unsupportedOn("Trino", Feature.SKIP_LOCKED)
                .on("SQL Server", "select top (?) [p].[id] from [p] with (updlock, rowlock, readpast)");
    }

    @Test
    void someTablesAreLocked() {
        Papers other = alias(PAPER, "o");
        assertRenders(select(PAPER.ID)
                        .from(PAPER)
                        .join(other)
                        .on(PAPER.ID.eq(other.ID))
                        .forUpdate(lock -> lock.of(other).noWait()))
                .as(
                        "select \"p\".\"id\" from \"p\" join \"p\" as \"o\" on \"p\".\"id\" = \"o\".\"id\" for update of \"o\" nowait")
                .unsupportedOn("MariaDB", Feature.LOCK_OF_TABLES)
                .unsupportedOn("SQLite", Feature.LOCK_OF_TABLES)
                .unsupportedOn("DuckDB", Feature.LOCK_OF_TABLES)
                .unsupportedOn("Trino", Feature.LOCK_OF_TABLES)
                .on(
                        "SQL Server",
                        "select [p].[id] from [p] join [p] as [o] with (updlock, rowlock, nowait) on [p].[id] = [o].[id]");
    }
}
