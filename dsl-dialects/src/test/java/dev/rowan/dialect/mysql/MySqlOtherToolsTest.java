package dev.rowan.dialect.mysql;

import dev.rowan.contract.OtherToolsContract;
import dev.rowan.server.MySqlServer;

final class MySqlOtherToolsTest extends OtherToolsContract {
    @Override
    protected String newDatabase() {
        return MySqlServer.newDatabase("migrations");
    }
}
