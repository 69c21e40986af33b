package dev.rowan.dialect.h2;

import dev.rowan.contract.LossContract;

final class H2LossTest extends LossContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:migrations;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    }
}
