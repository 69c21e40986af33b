package dev.rowan.dialect.h2;

import dev.rowan.contract.DialectContract;

final class H2ContractTest extends DialectContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:contract;TIME ZONE=Europe/Berlin";
    }
}
