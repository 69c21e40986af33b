package dev.rowan.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.StoredValues;
import dev.rowan.server.PostgresServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class PostgresStoredValuesTest {
    @Test
    void serverSeesTheValuesThatWereWritten() throws SQLException {
        String url = PostgresServer.newDatabase("stored_values");

        StoredValues.write(url);

        assertThat(StoredValues.ask(url, "select extract(epoch from at)::text from stored"))
                .isEqualTo("1719828000.123456");
        assertThat(StoredValues.ask(url, "select local::text from stored")).isEqualTo("2024-03-31 02:30:00.000001");
        assertThat(StoredValues.ask(url, "select key::text from stored"))
                .isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    }
}
