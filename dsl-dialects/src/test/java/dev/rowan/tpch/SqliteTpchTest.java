package dev.rowan.tpch;

import dev.rowan.server.SqliteFile;

final class SqliteTpchTest extends TpchContract {
    @Override
    String newDatabase() {
        return SqliteFile.newDatabase("tpch");
    }
}
