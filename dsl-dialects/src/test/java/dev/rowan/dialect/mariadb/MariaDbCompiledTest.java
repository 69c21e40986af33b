package dev.rowan.dialect.mariadb;

import dev.rowan.contract.CompiledContract;

final class MariaDbCompiledTest extends CompiledContract {
    @Override
    protected String newDatabase() {
        return MariaDbCatalogTest.newUtf8Database("compiled");
    }
}
