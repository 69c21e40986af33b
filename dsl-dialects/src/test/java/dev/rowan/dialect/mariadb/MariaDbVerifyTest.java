package dev.rowan.dialect.mariadb;

import dev.rowan.contract.VerifyContract;

final class MariaDbVerifyTest extends VerifyContract {
    @Override
    protected String newDatabase() {
        return MariaDbCatalogTest.newUtf8Database("verify");
    }
}
