package dev.rowan.dialect.mariadb;

import dev.rowan.contract.DialectContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbContractTest extends DialectContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("contract");
    }
}
