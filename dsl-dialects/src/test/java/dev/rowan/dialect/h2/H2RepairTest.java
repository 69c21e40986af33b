package dev.rowan.dialect.h2;

import dev.rowan.contract.RepairContract;

final class H2RepairTest extends RepairContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:migrations;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    }
}
