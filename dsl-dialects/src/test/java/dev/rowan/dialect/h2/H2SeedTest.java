package dev.rowan.dialect.h2;

import dev.rowan.contract.SeedContract;

final class H2SeedTest extends SeedContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:seeds;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    }
}
