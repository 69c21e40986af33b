package dev.rowan.bench.strategies;

import dev.rowan.dialect.h2.H2Dialect;
import dev.rowan.dialect.postgres.PostgresDialect;
import dev.rowan.execute.Database;
import dev.rowan.render.Dialect;
import dev.rowan.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Where the shop is. */
enum Server {
    H2("H2, in memory") {
        @Override
        String newDatabase() {
            // Else it hands out the last result again.
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE";
        }

        @Override
        Dialect dialect() {
            return new H2Dialect(2, 5);
        }
    },

    POSTGRESQL("PostgreSQL, on the same machine") {
        @Override
        String newDatabase() {
            return PostgresServer.newDatabase("strategies");
        }

        @Override
        Dialect dialect() {
            return new PostgresDialect(18, 0);
        }
    };

    private final String words;

    Server(String words) {
        this.words = words;
    }

    abstract String newDatabase();

    abstract Dialect dialect();

    /** A connection to a new database that holds purchases. */
    Connection newShop(int purchases, int children) throws SQLException {
        String url = newDatabase();
        Connection connection = DriverManager.getConnection(url);
        try (Database database = Database.connect(url);
                Statement statement = connection.createStatement()) {
            Stock.store(purchases, children, database, connection);
            statement.execute("analyze");
        }
        return connection;
    }

    @Override
    public String toString() {
        return words;
    }
}
