package dev.rowan.dialect.postgres;

import dev.rowan.contract.ClubContract;
import dev.rowan.server.PostgresServer;

final class PostgresClubTest extends ClubContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("club");
    }
}
