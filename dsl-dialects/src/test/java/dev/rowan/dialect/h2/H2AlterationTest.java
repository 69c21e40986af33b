package dev.rowan.dialect.h2;

import dev.rowan.contract.AlterationContract;

final class H2AlterationTest extends AlterationContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:alterations;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    }
}
