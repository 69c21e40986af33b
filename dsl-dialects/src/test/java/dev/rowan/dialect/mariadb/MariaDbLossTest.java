package dev.rowan.dialect.mariadb;

import dev.rowan.contract.LossContract;
import dev.rowan.server.MariaDbServer;

final class MariaDbLossTest extends LossContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("loss");
    }
}
