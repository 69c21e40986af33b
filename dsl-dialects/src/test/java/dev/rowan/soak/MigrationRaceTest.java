package dev.rowan.soak;

import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.expression.Functions;
import dev.rowan.migrate.MigrationState;
import dev.rowan.migrate.MigrationStatus;
import dev.rowan.migrate.Repair;
import dev.rowan.migrate.Version;
import dev.rowan.server.MariaDbServer;
import dev.rowan.server.MySqlServer;
import dev.rowan.server.PostgresServer;
import dev.rowan.server.SqliteFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several JVMs migrate one database at once, or one of them is killed while it does. */
final class MigrationRaceTest {
    @TempDir
    Path directory;

    enum Engine {
        H2,
        POSTGRES,
        MYSQL,
        MARIADB,
        SQLITE
    }

    private interface Race {
        void run(String url) throws Exception;
    }

    private void on(Engine engine, Race race) throws Exception {
        String name = "migration_race";
        switch (engine) {
            case H2 -> onH2(race);
            case POSTGRES -> race.run(PostgresServer.newDatabase(name));
            case MYSQL -> race.run(MySqlServer.newDatabase(name));
            case MARIADB -> race.run(MariaDbServer.newDatabase(name));
            case SQLITE -> race.run(SqliteFile.newDatabase(name));
        }
    }

    private void onH2(Race race) throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try {
            race.run("jdbc:h2:tcp://localhost:" + server.getPort() + "/"
                    + directory.resolve("race").toAbsolutePath() + ";DATABASE_TO_LOWER=TRUE");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void threeJvmsApplyEachMigrationOnce(Engine engine) throws Exception {
        on(engine, url -> race(url, 3));
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void tenJvmsApplyEachMigrationOnce(Engine engine) throws Exception {
        on(engine, url -> race(url, 10));
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                MigrationRace.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void race(String url, int jvms) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < jvms; i++) {
            processes.add(start(url));
        }
        int applied = 0;
        for (Process process : processes) {
            applied += Integer.parseInt(line(process, "applied ").substring("applied ".length()));
            process.waitFor();
        }

        assertThat(applied).isEqualTo(4);
        try (Database db = Database.connect(PoolConfig.of(url).withSize(1, 1))) {
            assertThat(steps(db)).containsExactly(1, 2);
            assertThat(MigrationRace.migrator(db, false).migrate()).isEmpty();
        }
    }

    /** The first line that begins so, past what libraries log; the end of the output is a failure with all that came. */
    private static String line(Process process, String beginning) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            all.append(line).append('\n');
        }
        throw new AssertionError("expected '" + beginning + "…', got:\n" + all);
    }

    private static List<Integer> steps(Database db) {
        return db.fetch(query("select step from steps order by step", select(Functions.value(1))));
    }

    @ParameterizedTest
    @EnumSource
    void lockOfAKilledJvmIsReleased(Engine engine) throws Exception {
        on(engine, MigrationRaceTest::kill);
    }

    private static void kill(String url) throws Exception {
        Process hanging = start(url, "hang");
        line(hanging, "hangs");
        hanging.destroyForcibly().waitFor();

        try (Database db = Database.connect(PoolConfig.of(url).withSize(1, 1))) {
            var migrator = MigrationRace.migrator(db, false);
            Process next = start(url);
            String said = line(next, "");
            next.waitFor();
            List<MigrationState> states =
                    migrator.status().stream().map(MigrationStatus::state).toList();
            if (states.contains(MigrationState.HALF_WAY)) {
                assertThat(said).contains("half-way");
                migrator.repair(Version.of("4"), Repair.RESUME);
            }

            assertThat(migrator.status())
                    .allSatisfy(status -> assertThat(status.state()).isEqualTo(MigrationState.APPLIED));
            assertThat(steps(db)).containsExactly(1, 2);
        }
    }
}
