package dev.rowan.dialect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.StoredValues;
import dev.rowan.server.MariaDbServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class MariaDbStoredValuesTest {
    @Test
    void serverSeesTheValuesThatWereWritten() throws SQLException {
        String url = MariaDbServer.newDatabase("stored_values");

        StoredValues.write(url);

        assertThat(StoredValues.ask(
                        url, "select unix_timestamp(convert_tz(`at`, '+00:00', @@session.time_zone)) from `stored`"))
                .isEqualTo("1719828000.123456");
        assertThat(StoredValues.ask(url, "select cast(`local` as char) from `stored`"))
                .isEqualTo("2024-03-31 02:30:00.000001");
        assertThat(StoredValues.ask(url, "select cast(cast(`key` as uuid) as char) from `stored`"))
                .isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    }
}
