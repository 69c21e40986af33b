package dev.rowan.dialect.h2;

import dev.rowan.contract.VerifyContract;

final class H2VerifyTest extends VerifyContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:verify;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    }
}
