package dev.rowan.dialect.mysql;

import dev.rowan.contract.LossContract;
import dev.rowan.server.MySqlServer;

final class MySqlLossTest extends LossContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("loss");
    }
}
