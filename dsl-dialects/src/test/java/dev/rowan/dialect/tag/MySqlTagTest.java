package dev.rowan.dialect.tag;

import dev.rowan.execute.PoolConfig;
import dev.rowan.server.MySqlServer;

/** On MySQL some comments are run, and some are hints. */
final class MySqlTagTest extends TagContract {
    @Override
    PoolConfig newDatabase() {
        return PoolConfig.of(MySqlServer.newDatabase("tagged"));
    }
}
