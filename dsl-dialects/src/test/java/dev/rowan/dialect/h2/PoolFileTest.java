package dev.rowan.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.ConfigurationException;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of each environment come from a file, whole or not at all, and nothing that is secret is shown. */
final class PoolFileTest {
    private static final Map<String, String> VARIABLES =
            Map.of("DB_PASSWORD", "s3cret", "MODE", "MySQL", "LIMIT", "s3cret");

    @TempDir
    private Path directory;

    private Path file = Path.of("none");

    @BeforeEach
    void placeTheFile() {
        file = directory.resolve("database.properties");
    }

    private PoolConfig load(String text, String environment) throws IOException {
        Files.writeString(file, text);
        return PoolConfig.load(file, environment, VARIABLES);
    }

    private String refusal(String text, String environment) throws IOException {
        Files.writeString(file, text);
        ConfigurationException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                ConfigurationException.class, () -> PoolConfig.load(file, environment, VARIABLES));
        assertThat(failure).isNotNull();
        assertThat(failure.toString()).contains("database.properties").doesNotContain("s3cret");
        return failure.getMessage();
    }

    @Test
    void environmentsHaveSettingsOfTheirOwn() throws IOException {
        String text = """
                # who may see this may see no password
                production.url = jdbc:h2:mem:production
                production.user = shop
                production.password = ${DB_PASSWORD}
                production.pool.min = 2
                production.pool.max = 20

                test.url = \\
                    jdbc:h2:mem:test
                test.pool.max = 3
                """;

        PoolConfig production = load(text, "production");
        assertThat(production.url()).isEqualTo("jdbc:h2:mem:production");
        assertThat(production.user()).isEqualTo("shop");
        assertThat(production.minimumIdle()).isEqualTo(2);
        assertThat(production.maximumSize()).isEqualTo(20);
        assertThat(production.toString()).doesNotContain("s3cret");
        PoolConfig test = load(text, "test");
        assertThat(test.url()).isEqualTo("jdbc:h2:mem:test");
        assertThat(test.user()).isNull();
        assertThat(test.maximumSize()).isEqualTo(3);
        assertThat(test.minimumIdle()).isEqualTo(3);
    }

    @Test
    void everySettingCanBeMade() throws IOException {
        PoolConfig config = load("""
                x.url=jdbc:h2:mem:file
                x.user=ä
                x.password=a$${b}${DB_PASSWORD}
                x.pool.min=1
                x.pool.max=2
                x.pool.waiters=5
                x.pool.leak-detection=2s
                x.pool.start=lazy
                x.connection.timeout=5s
                x.idle.timeout=11s
                x.lifetime=1m
                x.statement.timeout=30s
                x.socket.timeout=1h
                x.driver.MODE=${MODE}
                """, "x");

        try (Database db = Database.connect(config)) {
            String mode = db.withJdbc(connection -> {
                assertThat(connection.getMetaData().getUserName()).isEqualTo("Ä");
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select setting_value from information_schema.settings where"
                                + " setting_name = 'MODE'")) {
                    rows.next();
                    return rows.getString(1);
                }
            });
            assertThat(mode).isEqualTo("MySQL");
        }
        try (Database again = Database.connect(
                PoolConfig.of("jdbc:h2:mem:file").withUser("ä", "a${b}s3cret").withSize(1, 1))) {
            again.ping();
        }
    }

    @Test
    void unknownEnvironmentListsThoseThatThereAre() throws IOException {
        assertThat(refusal("production.url=jdbc:h2:mem:x\ntest.url=jdbc:h2:mem:y\n", "prod"))
                .contains("got prod;")
                .contains("production, test");
        assertThat(refusal("", "production")).contains("there is none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"test.pool.maximum=s3cret", "test.Url=s3cret", "url=s3cret", "test.driver.=s3cret", ".url=s3cret"
            })
    void unknownKeyOfAnyEnvironmentIsNamed(String line) throws IOException {
        assertThat(refusal("production.url=jdbc:h2:mem:x\n" + line, "production"))
                .contains("got " + line.substring(0, line.indexOf('=')) + ";")
                .contains("pool.max");
    }

    @Test
    void keyThatIsThereTwiceIsNamed() throws IOException {
        assertThat(refusal("a.url=jdbc:h2:mem:x\na.password=s3cret\na.password=s3cret2", "a"))
                .contains("a.password twice");
    }

    @ParameterizedTest
    @CsvSource({
        "a.password=${UNSET}, UNSET",
        "a.password=s3cret${}, a.password",
        "a.pool.max=${LIMIT}, a.pool.max",
        "a.pool.max=s3cret, a.pool.max",
        "a.lifetime=30 s3cret, a.lifetime",
        "a.tls=s3cret, a.tls",
        "a.pool.start=s3cret, a.pool.start",
        "a.statement.timeout=1ms, second",
        "a.user=ann, a.password"
    })
    void valueThatIsNoneIsNamedAndNotShown(String line, String named) throws IOException {
        String user = line.startsWith("a.user") ? "" : "a.user=ann\n";
        String password = line.startsWith("a.password") || line.startsWith("a.user") ? "" : "a.password=s3cret\n";

        assertThat(refusal("a.url=jdbc:h2:mem:x\n" + user + password + line, "a"))
                .contains(named);
    }

    @Test
    void missingUrlIsNamed() throws IOException {
        assertThat(refusal("a.user=s3cret", "a")).contains("a.url");
    }

    @Test
    void fileThatCannotBeReadIsNamed() throws IOException {
        assertThatThrownBy(() -> PoolConfig.load(file, "a"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("database.properties");
        Files.write(file, "a.user=ä".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PoolConfig.load(file, "a"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("UTF-8");
        assertThat(refusal("a.password=s3cret\\u00x", "a")).contains("hexadecimal");
    }
}
