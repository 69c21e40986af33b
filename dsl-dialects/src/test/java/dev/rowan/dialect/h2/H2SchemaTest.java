package dev.rowan.dialect.h2;

import dev.rowan.contract.SchemaContract;

final class H2SchemaTest extends SchemaContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:schema;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    }
}
