package dev.rowan.dialect.mariadb;

import dev.rowan.contract.SeedContract;

final class MariaDbSeedTest extends SeedContract {
    @Override
    protected String newDatabase() {
        return MariaDbCatalogTest.newUtf8Database("seeds");
    }
}
