package dev.rowan.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.StoredValues;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class H2StoredValuesTest {
    @Test
    void serverSeesTheValuesThatWereWritten() throws SQLException {
        String url = "jdbc:h2:mem:stored_values;DB_CLOSE_DELAY=-1;TIME ZONE=America/New_York";

        StoredValues.write(url);

        assertThat(StoredValues.ask(url, "select cast(extract(epoch from \"at\") as varchar) from \"stored\""))
                .isEqualTo("1719828000.123456");
        assertThat(StoredValues.ask(url, "select cast(\"local\" as varchar) from \"stored\""))
                .isEqualTo("2024-03-31 02:30:00.000001");
        assertThat(StoredValues.ask(url, "select cast(\"key\" as varchar) from \"stored\""))
                .isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    }
}
