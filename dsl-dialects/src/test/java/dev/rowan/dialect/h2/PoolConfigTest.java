package dev.rowan.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.ConfigurationException;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a database is, and how its pool is set up: from URLs and the environment, without surprises and without secrets in errors. */
final class PoolConfigTest {
    private static final PoolConfig CONFIG = PoolConfig.of("jdbc:h2:mem:config");

    @ParameterizedTest
    @CsvSource({
        "postgres://ann:p%40ss@host:5432/db?sslmode=require, jdbc:postgresql://host:5432/db?sslmode=require, ann",
        "postgresql://ann:x@[::1]:5432/db, jdbc:postgresql://[::1]:5432/db, ann",
        "mysql://a%2Fb:x@my_host/db, jdbc:mysql://my_host/db, a/b",
        "mariadb://host/db, jdbc:mariadb://host/db, ",
        "jdbc:h2:mem:x, jdbc:h2:mem:x, "
    })
    void urlsOfPlatformsBecomeThoseOfJdbc(String url, String jdbcUrl, String user) {
        PoolConfig config = PoolConfig.of(url);

        assertThat(config.url()).isEqualTo(jdbcUrl);
        assertThat(config.user()).isEqualTo(user);
        assertThat(config.toString()).doesNotContain("p@ss").doesNotContain("p%40ss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://ann:s3cret@host/db",
                "postgres://ann:s3cret%4@host/db",
                "postgres://ann:s3cret@host",
                "s3cret",
                "postgres://ann:s3/cret@host@x/db"
            })
    void otherUrlsAreRefusedWithoutShowingThem(String url) {
        assertThatThrownBy(() -> PoolConfig.of(url))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .message()
                .doesNotContain("s3cret")
                .doesNotContain("cret@");
    }

    @Test
    void environmentNamesUrlUserAndPassword() {
        PoolConfig config = PoolConfig.fromEnvironment(
                "DB_", Map.of("DB_URL", "jdbc:h2:mem:x", "DB_USER", "sa", "DB_PASSWORD", "s3cret"));

        assertThat(config.user()).isEqualTo("sa");
        assertThat(config.toString()).doesNotContain("s3cret");
    }

    @Test
    void missingVariablesAreNamed() {
        assertThatThrownBy(() -> PoolConfig.fromEnvironment("DB_", Map.of("URL", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("DB_URL");
        assertThatThrownBy(() -> PoolConfig.fromEnvironment("DB_", Map.of("DB_URL", "jdbc:h2:mem:x", "DB_USER", "sa")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("DB_PASSWORD");
    }

    @Test
    void settingsThatThePoolWouldReplaceAreRefused() {
        refused(() -> CONFIG.withLifetime(Duration.ofSeconds(29)));
        refused(() -> CONFIG.withLeakDetection(Duration.ofSeconds(1)));
        refused(() -> CONFIG.withLeakDetection(Duration.ofHours(1)));
        refused(() -> CONFIG.withConnectionTimeout(Duration.ofMillis(249)));
        refused(() -> CONFIG.withIdleTimeout(Duration.ofSeconds(9)));
        refused(() -> CONFIG.withSize(1, 2).withIdleTimeout(Duration.ofMinutes(30)));
        refused(() -> CONFIG.withMaximumWaiters(-1));
        refused(() -> CONFIG.withSize(3, 2));
    }

    private static void refused(Runnable setting) {
        assertThatThrownBy(setting::run)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("silently");
    }

    @Test
    void missingDriverIsNamedWithoutTheSecretsOfTheUrl() {
        assertThatThrownBy(() -> Database.connect("jdbc:h3:mem:x;PASSWORD=s3cret"))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void propertiesOfTheDriverAreThoseOfTheUser() {
        try (Database db =
                Database.connect(PoolConfig.of("jdbc:h2:mem:property").withDriverProperty("MODE", "MySQL"))) {
            String mode = db.withJdbc(connection -> {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select setting_value from information_schema.settings where"
                                + " setting_name = 'MODE'")) {
                    rows.next();
                    return rows.getString(1);
                }
            });
            assertThat(mode).isEqualTo("MySQL");
        }
    }
}
