package dev.rowan.dialect.h2;

import dev.rowan.contract.DefinitionContract;

final class H2DefinitionTest extends DefinitionContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:definitions;DB_CLOSE_DELAY=-1";
    }
}
