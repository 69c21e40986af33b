package dev.rowan.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.errorprone.annotations.CompileTimeConstant;
import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.dialect.h2.H2Provider;
import dev.rowan.execute.Database;
import dev.rowan.render.DialectProvider;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.h2.Driver;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** Dialects are found on the class path and on the module path; each test runs a small program in a JVM of its own. */
final class DialectDiscoveryTest {
    private static final String PROGRAM = """
            package app;

            import dev.rowan.execute.Database;

            public final class Program {
                public static void main(String[] arguments) {
                    try (Database db = Database.connect(arguments[0])) {
                        System.out.println("found " + db.dialect().name());
                    } catch (dev.rowan.error.ConfigurationException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """;
    private static final String MODULE = "module app { requires dev.rowan.dsl.core; }";

    @TempDir
    private Path directory;

    @BeforeEach
    void compile() throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Files.writeString(sources.resolve("Program.java"), PROGRAM);
        Files.writeString(sources.resolve("module-info.java"), MODULE);

        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        directory.resolve("app").toString(),
                        "--module-path",
                        path(libraries(Database.class)),
                        sources.resolve("Program.java").toString(),
                        sources.resolve("module-info.java").toString());

        assertThat(result).isZero();
    }

    @Test
    void classPathWithOneDialectFindsIt() throws Exception {
        Path onlyH2 = jarWithH2Only();

        String output =
                run("-cp", path(with(libraries(Database.class), app(), onlyH2)), "app.Program", "jdbc:h2:mem:x");

        assertThat(output).contains("found H2");
    }

    @Test
    void failureListsTheDialectsThatAreThere() throws Exception {
        Path onlyH2 = jarWithH2Only();

        String output = run(
                "-cp",
                path(with(libraries(Database.class), app(), onlyH2)),
                "app.Program",
                "jdbc:postgresql://localhost/shop?password=s3cret");

        assertThat(output)
                .contains("expected a dialect for jdbc:postgresql://localhost/shop", "only those for H2")
                .doesNotContain("s3cret");
    }

    @Test
    void failureSaysThatThereIsNoDialectAtAll() throws Exception {
        String output = run("-cp", path(with(libraries(Database.class), app())), "app.Program", "jdbc:h2:mem:x");

        assertThat(output).contains("found no dialect at all", "rowan-dsl-dialects");
    }

    @Test
    void modulePathFindsTheDialectByItsModule() throws Exception {
        List<Path> modules = with(libraries(Database.class, H2Provider.class), app());

        String output = run("--module-path", path(modules), "-m", "app/app.Program", "jdbc:h2:mem:x");

        assertThat(output).contains("found H2");
    }

    @Test
    void modulePathWithoutADialectSaysSo() throws Exception {
        List<Path> modules = with(libraries(Database.class), app());

        String output = run("--module-path", path(modules), "-m", "app/app.Program", "jdbc:h2:mem:x");

        assertThat(output).contains("found no dialect at all");
    }

    private Path app() {
        return directory.resolve("app");
    }

    /** The classes of the H2 dialect alone, with a declaration of their own. */
    private Path jarWithH2Only() throws IOException {
        Path root = directory.resolve("only-h2");
        String folder = "dev/rowan/dialect/h2";
        Files.createDirectories(root.resolve(folder));
        try (Stream<Path> classes = Files.list(directoryOf(H2Provider.class).resolve(folder))) {
            for (Path file : classes.toList()) {
                Files.copy(file, root.resolve(folder).resolve(file.getFileName().toString()));
            }
        }
        Path services = Files.createDirectories(root.resolve("META-INF/services"));
        Files.writeString(services.resolve(DialectProvider.class.getName()), H2Provider.class.getName());
        return root;
    }

    private static Path directoryOf(Class<?> type) {
        Path location = location(type);
        assertThat(location).as("classes of this build, not packed yet").isDirectory();
        return location;
    }

    /** Where the classes come from, and what they need, the driver among it. */
    private static List<Path> libraries(Class<?>... own) {
        return Stream.concat(
                        Arrays.stream(own),
                        Stream.of(
                                HikariDataSource.class,
                                Logger.class,
                                NullMarked.class,
                                CompileTimeConstant.class,
                                JsonFactory.class,
                                Driver.class))
                .map(DialectDiscoveryTest::location)
                .toList();
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> with(List<Path> paths, Path... more) {
        List<Path> all = new ArrayList<>(paths);
        all.addAll(List.of(more));
        return all;
    }

    private static String path(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
