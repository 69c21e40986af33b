package dev.rowan.example.web;

import dev.rowan.execute.Database;

/** What happens to an application that has just been started on an empty database. */
@FunctionalInterface
public interface Scenario {
    /** Drives the application, of which the database shows what is left. */
    void run(Client client, Database db) throws Exception;
}
