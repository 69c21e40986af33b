package dev.rowan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class MariaDbServerTest {
    @Test
    void answersWithItsVersion() throws SQLException {
        String url = MariaDbServer.newDatabase("mariadb_server_test");

        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select version()")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).contains("MariaDB");
        }
    }

    @Test
    void newDatabaseOfTheSameNameIsEmpty() throws SQLException {
        String name = "mariadb_server_test_again";
        try (Connection connection = DriverManager.getConnection(MariaDbServer.newDatabase(name));
                Statement statement = connection.createStatement()) {
            statement.execute("create table leftover (id int)");
        }

        try (Connection connection = DriverManager.getConnection(MariaDbServer.newDatabase(name));
                ResultSet tables =
                        connection.getMetaData().getTables(connection.getCatalog(), null, "leftover", null)) {
            assertThat(tables.next()).isFalse();
        }
    }
}
