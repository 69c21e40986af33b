package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.dialect.mariadb.MariaDbProvider;
import dev.rowan.dialect.mysql.MySqlProvider;
import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.render.Tls;
import dev.rowan.server.DurableServer;
import dev.rowan.server.SelfSigned;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections are encrypted, with a server that is who it should be. */
final class TlsTest {
    private static SelfSigned own;
    private static SelfSigned other;
    private static DurableServer server;
    private static String url;

    @BeforeAll
    static void startServer() throws Exception {
        own = SelfSigned.of("own");
        other = SelfSigned.of("other");
        server = DurableServer.postgres(Map.of(
                "ssl", "on",
                "ssl_cert_file", own.certificate().toString(),
                "ssl_key_file", own.key().toString()));
        url = server.newDatabase("tls");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static PoolConfig config(Tls tls, SelfSigned trusted) {
        return PoolConfig.of(url)
                .withSize(1, 1)
                .withTls(tls)
                .withDriverProperty("sslrootcert", trusted.certificate().toString());
    }

    private static PoolConfig withOtherHost(PoolConfig config, Tls tls) {
        return PoolConfig.of(config.url().replace("localhost", "127.0.0.1"))
                .withSize(1, 1)
                .withTls(tls)
                .withDriverProperty("sslrootcert", own.certificate().toString());
    }

    private static boolean isEncrypted(PoolConfig config) {
        try (Database db = Database.connect(config)) {
            return db.withJdbc(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet rows =
                                statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
                    return rows.next() && rows.getBoolean(1);
                }
            });
        }
    }

    private static Kind failure(PoolConfig config) {
        return catchThrowableOfType(
                        QueryException.class, () -> Database.connect(config).close())
                .kind();
    }

    @Test
    void serverThatNobodyTrustsIsRejected() {
        assertThat(failure(config(Tls.VERIFY_FULL, other))).isEqualTo(Kind.CONNECTION);
        assertThat(failure(config(Tls.VERIFY_CA, other))).isEqualTo(Kind.CONNECTION);
        assertThat(failure(PoolConfig.of(url).withTls(Tls.VERIFY_FULL))).isEqualTo(Kind.CONNECTION);
    }

    @Test
    void trustedServerIsTaken() {
        assertThat(isEncrypted(config(Tls.VERIFY_FULL, own))).isTrue();
        assertThat(isEncrypted(config(Tls.VERIFY_CA, own))).isTrue();
    }

    @Test
    void serverOfAnotherNameIsRejectedByTheFullCheckOnly() {
        assertThat(failure(withOtherHost(config(Tls.VERIFY_FULL, own), Tls.VERIFY_FULL)))
                .isEqualTo(Kind.CONNECTION);
        assertThat(isEncrypted(withOtherHost(config(Tls.VERIFY_CA, own), Tls.VERIFY_CA)))
                .isTrue();
    }

    @Test
    void insecureConnectionIsEncryptedWithAnybody() {
        assertThat(isEncrypted(PoolConfig.of(url).withSize(1, 1).withTls(Tls.INSECURE)))
                .isTrue();
    }

    @Test
    void twoWordsAboutEncryptionAreRefused() {
        assertThatThrownBy(() ->
                        Database.connect(PoolConfig.of(url + "&sslmode=disable").withTls(Tls.VERIFY_FULL)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sslmode");
        assertThatThrownBy(() -> Database.connect(PoolConfig.of(url)
                        .withDriverProperty("sslmode", "disable")
                        .withTls(Tls.VERIFY_FULL)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sslmode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:tls", "jdbc:sqlite::memory:"})
    void databaseWithoutEncryptionRefusesIt(String embedded) {
        for (Tls tls : Tls.values()) {
            assertThatThrownBy(() -> Database.connect(PoolConfig.of(embedded).withTls(tls)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(tls.name());
        }
    }

    @Test
    void wordsOfTheDriversAreTheirs() {
        assertThat(new MySqlProvider().tlsProperties(Tls.VERIFY_FULL)).containsEntry("sslMode", "VERIFY_IDENTITY");
        assertThat(new MySqlProvider().tlsProperties(Tls.INSECURE)).containsEntry("sslMode", "REQUIRED");
        assertThat(new MariaDbProvider().tlsProperties(Tls.VERIFY_FULL)).containsEntry("sslMode", "verify-full");
        assertThat(new MariaDbProvider().tlsProperties(Tls.INSECURE)).containsEntry("sslMode", "trust");
    }
}
