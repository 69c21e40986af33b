package dev.rowan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.server.MySqlServer;
import dev.rowan.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That each failure is one line which says what to do, with exit code 1, and holds no password. */
final class FailuresTest extends CommandLineTest {
    private static final String SECRET = "very-secret-1234";

    private void assertFails(int code, String... parts) {
        assertThat(code).as(out() + err()).isEqualTo(1);
        assertThat(err().lines())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).startsWith("rowan: ").contains(parts));
        assertThat(out() + err()).doesNotContain(SECRET);
    }

    @Test
    void noDatabaseIsToldWithWaysToNameOne() throws IOException {
        twoMigrations();

        assertFails(
                run("status", "--migrations", folder().resolve("migrations").toString()),
                "expected a database, got none; name it by --url");
    }

    @Test
    void anUnknownUrlIsNamed() {
        assertFails(run("diagram", "--url", "jdbc:nowhere:shop"), "jdbc:nowhere:shop");
    }

    @Test
    void aWrongPasswordOfPostgresIsOneLineWithoutIt() throws Exception {
        String url = PostgresServer.newDatabase("cli");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop role if exists rowan_locked");
            statement.execute("create role rowan_locked login password 'right'");
            askForPasswords(statement);
        }

        assertFails(
                run(Map.of("ROWAN_PASSWORD", SECRET), "diagram", "--url", withoutUser(url), "--user", "rowan_locked"),
                "expected a user and a password that the database knows");
    }

    /** The embedded server trusts everybody. */
    private static void askForPasswords(Statement statement) throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery("show hba_file")) {
            row.next();
            Path file = Path.of(row.getString(1));
            if (Files.isWritable(file)) {
                String rule = "host all rowan_locked all scram-sha-256\n";
                String rules = Files.readString(file);
                Files.writeString(file, rules.startsWith(rule) ? rules : rule + rules);
            }
        }
        statement.execute("select pg_reload_conf()");
        statement.execute("select pg_sleep(0.2)");
    }

    @Test
    void aWrongPasswordOfMySqlIsOneLineWithoutIt() throws Exception {
        String url = MySqlServer.newDatabase("cli");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop user if exists rowan_locked");
            statement.execute("create user rowan_locked identified by 'right'");
        }

        assertFails(
                run(Map.of("ROWAN_PASSWORD", SECRET), "diagram", "--url", withoutUser(url), "--user", "rowan_locked"),
                "expected a user and a password that the database knows");
    }

    private static String withoutUser(String url) {
        return url.replaceFirst("user=[^&]*&?", "").replaceFirst("password=[^&]*&?", "");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        String missing = folder().resolve("missing").toString();

        assertFails(
                run("status", "--url", url(), "--migrations", missing), "expected a directory of migrations", missing);
        assertFails(
                run("diagram", "--url", "jdbc:h2:mem:", "--scripts", missing),
                "expected a folder of SQL files",
                missing);
    }

    @Test
    void aFileThatWasChangedAfterItHadBeenAppliedIsNamed() throws IOException {
        twoMigrations();
        migrations("migrate");
        file("V1__create_users.up.sql", "create table \"users\" (\"id\" bigint primary key);");

        assertFails(migrations("migrate"), "1 (create users)", "another checksum");
        assertFails(migrations("undo"), "1 (create users)", "another checksum");
    }

    @Test
    void aMigrationWithoutAWayBackIsNamed() throws IOException {
        file("V1__create_users.sql", "create table \"users\" (\"id\" bigint primary key);");
        migrations("migrate");

        assertFails(migrations("undo"), "V1__create_users", ".down.sql");
    }

    @Test
    void anUnknownScratchDatabaseIsNamed() {
        assertFails(run("diagram", "--scratch", "nothing"), "scratch database", "'nothing'", "test-postgres");
    }
}
