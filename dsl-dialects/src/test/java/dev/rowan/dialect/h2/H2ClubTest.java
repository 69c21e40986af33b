package dev.rowan.dialect.h2;

import dev.rowan.contract.ClubContract;

final class H2ClubTest extends ClubContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:club;TIME ZONE=Europe/Berlin";
    }
}
