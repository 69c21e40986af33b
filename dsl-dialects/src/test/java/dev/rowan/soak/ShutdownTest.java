package dev.rowan.soak;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.select;
import static dev.rowan.soak.Entries.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.server.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A JVM is told to end while a statement runs, as platforms tell it when they deploy anew. */
final class ShutdownTest {
    private static final int STATUS_OF_SIGTERM = 143;

    @Test
    void statementEndsWithinTheGrace() throws Exception {
        assertThat(entriesAfterTermination("short", 60_000)).hasSize(1);
    }

    @Test
    void statementIsCancelledAfterTheGrace() throws Exception {
        assertThat(entriesAfterTermination("long", 100)).isEmpty();
    }

    private static List<Entry> entriesAfterTermination(String length, long grace)
            throws IOException, InterruptedException {
        String url = PostgresServer.newDatabase("shutdown");
        try (Database db = Database.connect(PoolConfig.of(url).withSize(1, 1))) {
            db.execute(createTable(ENTRY));
            terminate(url, length, "" + grace);
            return db.fetch(select().from(ENTRY));
        }
    }

    private static void terminate(String url, String length, String grace) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Shutdown.class.getName(),
                        url,
                        length,
                        grace)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.equals("started")) {
                line = output.readLine();
            }
            assertThat(line).isEqualTo("started");
            process.toHandle().destroy(); // as destroy of the process would close its output too

            output.lines().forEach(told -> {});
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(STATUS_OF_SIGTERM);
    }
}
