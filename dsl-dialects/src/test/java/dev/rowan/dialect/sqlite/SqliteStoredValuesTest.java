package dev.rowan.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.StoredValues;
import dev.rowan.server.SqliteFile;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class SqliteStoredValuesTest {
    @Test
    void databaseSeesTheValuesThatWereWritten() throws SQLException {
        String url = SqliteFile.newDatabase("stored_values");

        StoredValues.write(url);

        assertThat(StoredValues.ask(url, "select unixepoch(at, 'subsec') from stored"))
                .isEqualTo("1719828000.123");
        assertThat(StoredValues.ask(url, "select at from stored")).isEqualTo("2024-07-01T10:00:00.123456Z");
        assertThat(StoredValues.ask(url, "select local from stored")).isEqualTo("2024-03-31T02:30:00.000001");
        assertThat(StoredValues.ask(url, "select key from stored")).isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    }
}
