package dev.rowan.example.web;

import dev.rowan.server.MySqlServer;
import dev.rowan.server.PostgresServer;

/** The databases that the applications are tested on. */
public enum Engine {
    H2 {
        @Override
        public String newDatabase(String name) {
            return "jdbc:h2:mem:" + name + "-" + System.nanoTime();
        }
    },
    POSTGRESQL {
        @Override
        public String newDatabase(String name) {
            return PostgresServer.newDatabase(name);
        }
    },
    MYSQL {
        @Override
        public String newDatabase(String name) {
            return MySqlServer.newDatabase(name);
        }
    };

    /** The URL of an empty database. */
    public abstract String newDatabase(String name);
}
