package dev.rowan.dialect.mariadb;

import dev.rowan.contract.SchemaDiffContract;

final class MariaDbSchemaDiffTest extends SchemaDiffContract {
    @Override
    protected String newDatabase() {
        return MariaDbCatalogTest.newUtf8Database("schema_diff");
    }
}
