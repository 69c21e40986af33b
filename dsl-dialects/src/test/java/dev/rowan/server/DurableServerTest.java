package dev.rowan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DurableServerTest {
    @Test
    void postgresSyncsWhatItCommits() throws Exception {
        try (DurableServer server = DurableServer.postgres()) {
            String url = server.newDatabase("durable");

            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(value(url, "show " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void mysqlSyncsWhatItCommits() throws Exception {
        try (DurableServer server = DurableServer.mysql()) {
            String url = server.newDatabase("durable");

            assertThat(value(url, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(value(url, "select @@innodb_doublewrite")).isEqualTo("ON");
        }
    }

    private static String value(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
