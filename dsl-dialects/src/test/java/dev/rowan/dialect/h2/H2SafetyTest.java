package dev.rowan.dialect.h2;

import dev.rowan.contract.SafetyContract;

final class H2SafetyTest extends SafetyContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:safety;TIME ZONE=Europe/Berlin";
    }
}
