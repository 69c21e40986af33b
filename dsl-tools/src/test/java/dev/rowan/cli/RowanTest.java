package dev.rowan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command does and prints. */
final class RowanTest extends CommandLineTest {
    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        assertThat(run("--help")).isZero();

        assertThat(out())
                .contains(
                        "migrate",
                        "status",
                        "undo",
                        "dry-run",
                        "repair",
                        "baseline",
                        "export",
                        "new",
                        "generate",
                        "diagram",
                        "init")
                .contains("0   done", "1   failed", "2   used wrongly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrate",
                "status",
                "undo",
                "dry-run",
                "repair",
                "baseline",
                "export",
                "new",
                "generate",
                "diagram",
                "init"
            })
    void eachCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out()).startsWith("Usage: rowan " + command);
    }

    @Test
    void migrateStatusAndUndoTellWhatTheyDid() throws IOException {
        twoMigrations();

        assertThat(migrations("dry-run")).isZero();
        assertThat(out()).contains("-- 1 (create users)", "create table \"orders\"");
        assertThat(migrations("migrate", "--to", "1")).isZero();
        assertThat(out()).contains("applied 1 create users", "1 migration.");
        assertThat(migrations("status")).isZero();
        assertThat(out().lines())
                .hasSize(3)
                .anyMatch(line -> line.matches("1 +applied +\\d{4}-.*Z +\\d+ ms +create users"))
                .anyMatch(line -> line.matches("2 +pending +- +- +create orders"));
        assertThat(migrations("migrate")).isZero();
        assertThat(migrations("migrate")).isZero();
        assertThat(out()).isEqualTo("Nothing to do." + System.lineSeparator());
        assertThat(migrations("undo")).isZero();
        assertThat(out()).contains("undone 2 create orders");
        assertThat(migrations("undo", "--all")).isZero();
        assertThat(out()).contains("undone 1 create users");
    }

    @Test
    void whatFailsIsOneLineAndExitCode1() throws IOException {
        file("V1__broken.up.sql", "create table \"a\" (\"id\" bigint);\ncreate nonsense;");

        assertThat(migrations("migrate")).isEqualTo(1);
        assertThat(err().lines()).hasSize(1).allMatch(line -> line.startsWith("rowan: "));
        assertThat(migrations("repair", "1", "--as", "forget")).isZero();
        assertThat(out()).contains("repaired 1");
        assertThat(migrations("migrate", "--stacktrace")).isEqualTo(1);
        assertThat(err()).contains("\tat ");
    }

    @Test
    void aChangedFileIsAcceptedByRepair() throws IOException {
        twoMigrations();
        migrations("migrate");
        file("V1__create_users.up.sql", "create table \"users\" (\"id\" bigint primary key);");

        assertThat(migrations("migrate")).isEqualTo(1);
        assertThat(migrations("repair", "1", "--as", "accept-change")).isZero();
        assertThat(migrations("migrate")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "migrate --to x",
                "undo --all --to 1",
                "repair 1",
                "repair 1 --as nonsense",
                "new ???",
                "generate",
                "generate --package 1x --out java --url jdbc:h2:mem:",
                "baseline",
                "baseline 1 --from-sequelize",
                "export"
            })
    void wrongUsageIsExitCode2(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(err()).isNotEmpty();
    }

    @Test
    void newMakesTwoFilesWithVersionsOfTheirOwn() throws IOException {
        String migrations = folder().resolve("migrations").toString();

        assertThat(run("new", "Create Orders; drop!", "--migrations", migrations))
                .isZero();
        assertThat(run("new", "other", "--migrations", migrations)).isZero();
        assertThat(run("new", "other", "--migrations", migrations)).isZero();

        try (var files = Files.list(folder().resolve("migrations"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).hasSize(6).allMatch(name -> name.matches("V\\d{14}__\\w+\\.(up|down)\\.sql"));
            assertThat(names.stream().map(name -> name.substring(0, 15)).distinct())
                    .hasSize(3);
            assertThat(names.get(0)).contains("__create_orders_drop.down.sql");
        }
    }

    @Test
    void initMakesSettingsWithoutSecretsAndKeepsWhatIsThere() throws IOException {
        assertThat(run("init", "--dir", folder().toString())).isZero();
        Path settings = folder().resolve("rowan.properties");
        assertThat(settings).content().contains("production.password=${ROWAN_PASSWORD}");
        Files.writeString(settings, "development.url=" + url() + "\n");
        twoMigrations();

        assertThat(run("init", "--dir", folder().toString())).isZero();
        assertThat(out()).contains("kept ");
        assertThat(run(
                        "migrate",
                        "--config",
                        settings.toString(),
                        "--migrations",
                        folder().resolve("migrations").toString()))
                .isZero();
    }

    @Test
    void generateWritesOnlyWhatChanged() throws IOException {
        twoMigrations();
        String java = folder().resolve("java").toString();
        String[] arguments = {
            "generate",
            "--package",
            "shop.db",
            "--out",
            java,
            "--url",
            "jdbc:h2:mem:",
            "--exclude",
            "orders",
            "--scripts",
            folder().resolve("migrations").toString()
        };

        assertThat(run(arguments)).isZero();
        assertThat(out()).contains("3 written, 0 unchanged.");
        assertThat(folder().resolve("java/shop/db/Users.java")).exists();
        assertThat(run(arguments)).isZero();
        assertThat(out()).isEqualTo("0 written, 3 unchanged." + System.lineSeparator());
    }

    @Test
    void diagramIsMermaidOrSvg() throws IOException {
        file("1.sql", """
                create table "users" ("id" bigint primary key, "email" varchar(9) unique);
                create table "order lines" ("id" bigint primary key, "user_id" bigint references "users"("id"));
                """);
        String scripts = folder().resolve("migrations").toString();
        Path svg = folder().resolve("diagram.svg");

        assertThat(run("diagram", "--url", "jdbc:h2:mem:", "--scripts", scripts))
                .isZero();
        assertThat(out()).isEqualTo("""
                erDiagram
                    order_lines["order lines"] {
                        bigint id PK
                        bigint user_id FK
                    }
                    users["users"] {
                        bigint id PK
                        varchar_9 email UK
                    }
                    users |o--o{ order_lines : "user_id"
                """);
        assertThat(run("diagram", "--url", "jdbc:h2:mem:", "--scripts", scripts, "--svg", svg.toString()))
                .isZero();
        assertThat(svg).content().contains("<svg", "order lines");
    }

    @Test
    void baselineNotesWhatWasDoneByOthers() throws Exception {
        twoMigrations();
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("create table \"SequelizeMeta\" (\"name\" varchar(255) primary key)");
            statement.execute("insert into \"SequelizeMeta\" values ('1-create-users.js')");
        }

        assertThat(migrations("baseline", "--from-sequelize")).isZero();
        assertThat(out()).contains("noted 1 create users", "1 migration.");
        assertThat(migrations("baseline", "2")).isZero();
        assertThat(out()).contains("noted 2 create orders");
        assertThat(migrations("baseline", "--from-sequelize", "nowhere")).isEqualTo(1);
        assertThat(err()).contains("nowhere");
    }

    @Test
    void exportWritesScriptsInTheLayoutOfFlyway() throws IOException {
        twoMigrations();
        Path scripts = folder().resolve("flyway");

        assertThat(migrations("export", "--flyway", scripts.toString())).isZero();
        assertThat(out()).contains("4 written, 0 unchanged.");
        assertThat(scripts.resolve("U2__create_orders.sql")).hasContent("drop table \"orders\";");
        assertThat(migrations("export", "--flyway", scripts.toString())).isZero();
        assertThat(out()).isEqualTo("0 written, 4 unchanged." + System.lineSeparator());
    }
}
