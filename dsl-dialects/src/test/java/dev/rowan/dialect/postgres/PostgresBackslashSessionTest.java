package dev.rowan.dialect.postgres;

import dev.rowan.contract.SessionContract;
import dev.rowan.server.PostgresServer;

/** A backslash in a literal is an escape, as before PostgreSQL 9.1. */
final class PostgresBackslashSessionTest extends SessionContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("backslash") + "&options=-c%20standard_conforming_strings=off";
    }
}
