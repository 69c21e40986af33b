package dev.rowan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class PostgresServerTest {
    @Test
    void answersWithItsVersion() throws SQLException {
        String url = PostgresServer.newDatabase("postgres_server_test");

        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select version()")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).startsWith("PostgreSQL ");
        }
    }

    @Test
    void newDatabaseOfTheSameNameIsEmpty() throws SQLException {
        String name = "postgres_server_test_again";
        try (Connection connection = DriverManager.getConnection(PostgresServer.newDatabase(name));
                Statement statement = connection.createStatement()) {
            statement.execute("create table leftover (id int)");
        }

        try (Connection connection = DriverManager.getConnection(PostgresServer.newDatabase(name));
                ResultSet tables = connection.getMetaData().getTables(null, null, "leftover", null)) {
            assertThat(tables.next()).isFalse();
        }
    }
}
