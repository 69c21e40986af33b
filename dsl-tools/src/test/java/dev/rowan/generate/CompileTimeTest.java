package dev.rowan.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.server.PostgresServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much longer javac takes for a program with the sources of 215 tables of a real database; {@code mvn test -Psoak} prints it. The time is that
 * of the processor, for javac works in one thread, and a test machine has others to do. The program is Rowan's tools and dialects.
 */
@Tag("soak")
final class CompileTimeTest {
    private static final int TABLES = 215;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void manyTablesAddLessThanFiveSeconds(String kind) throws Exception {
        Path java = folder.resolve("java");
        Files.createDirectories(folder.resolve("classes"));
        double generated = secondsToGenerate(kind, java);
        List<Path> program =
                List.of(Path.of("src", "main", "java"), Path.of("..", "dsl-dialects", "src", "main", "java"));
        double without = seconds(program);
        double with = seconds(Stream.concat(program.stream(), Stream.of(java)).toList());

        System.out.printf(
                "%s: %d tables read and generated in %.1f s; javac %.1f s, %.1f s without them%n",
                kind, TABLES, generated, with, without);
        assertThat(with - without).isLessThan(5);
    }

    private static double secondsToGenerate(String kind, Path folder) throws IOException {
        String url = kind.equals("h2") ? "jdbc:h2:mem:many" : PostgresServer.newDatabase("many");
        try (Database db = Database.connect(url)) {
            create(db);
            long start = System.nanoTime();
            CodeGenerator.of("shop.db")
                    .generate(LiveSchema.of(db).read(), db.dialect().ddl())
                    .writeTo(folder);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void create(Database db) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < TABLES; i++) {
            script.append("create table \"things_").append(i).append("\" (\"id\" bigint primary key");
            for (int column = 0; column < 8; column++) {
                script.append(", \"text_").append(column).append("\" varchar(100) not null");
            }
            script.append(", \"total\" decimal(12, 2), \"made_at\" timestamp, \"parent_id\" bigint");
            if (i > 0) {
                script.append(" references \"things_").append(i / 2).append("\"(\"id\")");
            }
            script.append(");\n");
        }
        db.session(session -> {
            try {
                session.run(session.dialect().ddl().script(new StringReader(script.toString())));
                return db;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private double seconds(List<Path> sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString()));
        for (Path source : sources) {
            try (Stream<Path> files = Files.walk(source)) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".java") && !file.endsWith("module-info.java"))
                        .forEach(arguments::add);
            }
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, OutputStream.nullOutputStream(), null, arguments.toArray(String[]::new));
        assertThat(status).isZero();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }
}
