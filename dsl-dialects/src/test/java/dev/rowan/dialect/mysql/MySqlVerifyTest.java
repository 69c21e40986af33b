package dev.rowan.dialect.mysql;

import dev.rowan.contract.VerifyContract;
import dev.rowan.server.MySqlServer;

final class MySqlVerifyTest extends VerifyContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("verify");
    }
}
