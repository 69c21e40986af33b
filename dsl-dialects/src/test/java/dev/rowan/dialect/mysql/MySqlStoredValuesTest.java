package dev.rowan.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.StoredValues;
import dev.rowan.server.MySqlServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class MySqlStoredValuesTest {
    @Test
    void serverSeesTheValuesThatWereWritten() throws SQLException {
        String url = MySqlServer.newDatabase("stored_values");

        StoredValues.write(url);

        assertThat(StoredValues.ask(
                        url, "select unix_timestamp(convert_tz(`at`, '+00:00', @@session.time_zone)) from `stored`"))
                .isEqualTo("1719828000.123456");
        assertThat(StoredValues.ask(url, "select cast(`local` as char) from `stored`"))
                .isEqualTo("2024-03-31 02:30:00.000001");
        assertThat(StoredValues.ask(url, "select bin_to_uuid(`key`) from `stored`"))
                .isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    }
}
