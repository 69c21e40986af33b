package dev.rowan.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.ConnectRetry;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.PoolStatistics;
import dev.rowan.execute.Transaction;
import dev.rowan.render.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** {@code docs/connect.md}. */
final class ConnectPageTest {
    static Database byUser(String password) {
        return Database.connect("jdbc:postgresql://db.example.org/shop", "shop", password);
    }

    static Database production(String password) {
        PoolConfig config = PoolConfig.of("jdbc:postgresql://db.example.org/shop")
                .withUser("shop", password)
                .withSize(2, 20)
                .withConnectionTimeout(Duration.ofSeconds(5))
                .withStatementTimeout(Duration.ofSeconds(30))
                .withLeakDetection(Duration.ofMinutes(1))
                .withTls(Tls.VERIFY_FULL);
        Database db = Database.connect(config).closeOnShutdown(Duration.ofSeconds(20));
        return db;
    }

    static void fromOutside() {
        PoolConfig fromEnvironment = PoolConfig.fromEnvironment("DB_"); // DB_URL, DB_USER, DB_PASSWORD
        PoolConfig fromFile = PoolConfig.load(Path.of("database.properties"), "production");
        assertThat(fromEnvironment).isNotEqualTo(fromFile);
    }

    static void startup(PoolConfig config) {
        Database retried = Database.connect(config.withConnectRetry(ConnectRetry.attempts(5)));
        Database lazy = Database.connect(config.withLazyStart());
        lazy.ping();
        assertThat(retried).isNotSameAs(lazy);
    }

    @Test
    void dataSourceOfTheCallerStaysOpen() throws Exception {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:connectpage;DB_CLOSE_DELAY=-1");

        try (Database db = of(dataSource)) {
            db.ping();
            assertThat(db.poolStatistics()).isEmpty();
        }

        dataSource.getConnection().close();
    }

    private static Database of(DataSource dataSource) {
        Database db = Database.of(dataSource);
        return db;
    }

    @Test
    void lazyPoolStartsWithoutAServer() {
        PoolConfig nobody =
                PoolConfig.of("jdbc:postgresql://localhost:1/nobody").withLazyStart();
        try (Database db = Database.connect(nobody)) {
            assertThat(db.poolStatistics()).isPresent();
        }
    }

    @Test
    void variablesAreThoseOfThePrefix() {
        PoolConfig config = PoolConfig.fromEnvironment(
                "DB_", Map.of("DB_URL", "jdbc:h2:mem:variables", "DB_USER", "sa", "DB_PASSWORD", ""));

        assertThat(config.url()).isEqualTo("jdbc:h2:mem:variables");
        assertThat(config.user()).isEqualTo("sa");
    }

    @Test
    void poolTellsHowBusyItIs() {
        try (Database db = Database.connect("jdbc:h2:mem:busy");
                Transaction tx = db.begin()) {
            tx.withJdbc(connection -> connection.getMetaData().getURL());
            PoolStatistics pool = db.poolStatistics().orElseThrow();

            assertThat(pool.active()).isEqualTo(1);
            assertThat(pool.waiting()).isZero();
        }
    }

    @Test
    void usualSizeIsTen() {
        PoolConfig config = PoolConfig.of("jdbc:h2:mem:usual");

        assertThat(config.minimumIdle()).isEqualTo(10);
        assertThat(config.maximumSize()).isEqualTo(10);
    }

    @Test
    void pageNamesTheVersionsThatAreTested() throws IOException {
        String page = Files.readString(Path.of("../docs/connect.md"));
        String pom = Files.readString(Path.of("../pom.xml"));

        assertThat(Pattern.compile(
                                "(?m)^  <(duckdb|h2|mariadb-java-client|mysql-connector|postgresql|sqlite-jdbc)\\.version>([^<]+)<",
                                0)
                        .matcher(pom.replaceAll("(?m)^ +<", "  <"))
                        .results()
                        .map(version -> version.group(2)))
                .hasSize(6)
                .allSatisfy(version -> assertThat(page).contains("`" + version + "`"));
    }
}
