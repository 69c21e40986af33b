package dev.rowan.dialect.h2;

import dev.rowan.contract.SchemaDiffContract;

final class H2SchemaDiffTest extends SchemaDiffContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:schema_diff;DB_CLOSE_DELAY=-1";
    }
}
