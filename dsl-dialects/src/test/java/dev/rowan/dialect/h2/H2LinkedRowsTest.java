package dev.rowan.dialect.h2;

import dev.rowan.contract.LinkedRowsContract;

final class H2LinkedRowsTest extends LinkedRowsContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:linked;TIME ZONE=Europe/Berlin";
    }
}
