package dev.rowan.dialect.mariadb;

import dev.rowan.contract.SchemaContract;

final class MariaDbSchemaTest extends SchemaContract {
    @Override
    protected String newDatabase() {
        return MariaDbCatalogTest.newUtf8Database("schema");
    }
}
