package dev.rowan.dialect.mysql;

import dev.rowan.contract.DialectContract;
import dev.rowan.server.MySqlServer;

final class MySqlContractTest extends DialectContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("contract");
    }
}
