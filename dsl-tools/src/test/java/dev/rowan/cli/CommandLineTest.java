package dev.rowan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs commands on a new database of H2, and keeps what they print. */
abstract class CommandLineTest {
    @TempDir
    private Path folder;

    private String url;
    private StringWriter out;
    private StringWriter err;

    final Path folder() {
        return folder;
    }

    final String url() {
        return url;
    }

    /** What the last command printed. */
    final String out() {
        return out.toString();
    }

    /** What the last command printed of errors. */
    final String err() {
        return err.toString();
    }

    @BeforeEach
    void newDatabase() {
        url = "jdbc:h2:" + folder.resolve("database").toAbsolutePath();
    }

    final int run(Map<String, String> variables, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Rowan.commandLine(variables)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }

    final int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    final int migrations(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--url", url, "--migrations", folder.resolve("migrations").toString()));
        return run(all.toArray(String[]::new));
    }

    final void file(String name, String sql) throws IOException {
        Path file = folder.resolve("migrations").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
    }

    final void twoMigrations() throws IOException {
        file("V1__create_users.up.sql", "create table \"users\" (\"id\" bigint primary key, \"name\" varchar(9));");
        file("V1__create_users.down.sql", "drop table \"users\";");
        file("V2__create_orders.up.sql", "create table \"orders\" (\"id\" bigint primary key);");
        file("V2__create_orders.down.sql", "drop table \"orders\";");
    }
}
