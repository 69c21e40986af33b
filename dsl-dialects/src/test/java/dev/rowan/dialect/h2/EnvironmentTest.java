package dev.rowan.dialect.h2;

import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.LiveSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the rows of customers are, none go by mistake. */
final class EnvironmentTest {
    private static final String URL = "jdbc:h2:mem:environment;DB_CLOSE_DELAY=-1";

    @Test
    void tablesOfProductionAreNotDropped(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("database.properties");
        Files.writeString(file, "production.url=" + URL + "\ntest.url=" + URL + "\n");
        try (Database test = Database.connect(PoolConfig.load(file, "test", Map.of()))) {
            assertThat(test.environment()).contains("test");
            LiveSchema.of(test).create(USER);
            LiveSchema.of(test).dropAndCreate(Destruction.CONFIRMED, USER);
        }
        try (Database production = Database.connect(PoolConfig.load(file, "production", Map.of()))) {
            LiveSchema live = LiveSchema.of(production);
            assertThatThrownBy(() -> live.dropAndCreate(Destruction.CONFIRMED, USER))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("production");
            assertThat(live.read().tables()).hasSize(1);
        }
        try (Database shouted = Database.connect(PoolConfig.of(URL).withEnvironment("PRODUCTION"))) {
            assertThatThrownBy(() -> LiveSchema.of(shouted).dropAndCreate(Destruction.CONFIRMED, USER))
                    .isInstanceOf(IllegalStateException.class);
        }
        try (Database unsaid = Database.connect(URL)) {
            assertThat(unsaid.environment()).isEmpty();
        }
    }
}
