package dev.rowan.dialect.h2;

import dev.rowan.contract.CompiledContract;

final class H2CompiledTest extends CompiledContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:compiled;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    }
}
