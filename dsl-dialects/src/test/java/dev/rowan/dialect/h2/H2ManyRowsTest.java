package dev.rowan.dialect.h2;

import dev.rowan.contract.ManyRowsContract;

final class H2ManyRowsTest extends ManyRowsContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:many_rows;TIME ZONE=Europe/Berlin";
    }
}
