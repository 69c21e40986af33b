package dev.rowan.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project that is built by a real Maven, without a network: its repository is that of this build, to which the jars that are tested here are
 * added in a repository of its own.
 */
final class BuildTest {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Path REPOSITORY =
            Path.of("target", "build-test", "repository").toAbsolutePath();

    @TempDir
    private Path project;

    @BeforeAll
    static void installTheModules() throws IOException {
        install("rowan-dsl", Path.of(".."));
        for (String module : List.of("dsl-core", "dsl-dialects", "dsl-tools", "dsl-maven-plugin")) {
            install("rowan-" + module, Path.of("..", module));
        }
    }

    private static void install(String artifact, Path module) throws IOException {
        Path folder = REPOSITORY.resolve(Path.of("dev", "rowan", artifact, VERSION));
        Files.createDirectories(folder);
        Path file = folder.resolve(artifact + "-" + VERSION);
        Files.writeString(Path.of(file + ".pom"), Files.readString(module.resolve("pom.xml")));
        Path classes = module.resolve(Path.of("target", "classes"));
        if (Files.isDirectory(classes)) {
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said);
            int status = java.util.spi.ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(out, out, "--create", "--file", file + ".jar", "-C", classes.toString(), ".");
            assertThat(status).as(said.toString()).isZero();
        }
    }

    private void file(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private record Outcome(int status, String log) {}

    private Outcome maven(String... arguments) throws IOException, InterruptedException {
        Path settings = project.resolve("settings.xml");
        Files.writeString(settings, """
                <settings>
                  <mirrors>
                    <mirror><id>build</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        Path.of(System.getProperty("repository")).toUri()));
        Path log = project.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven"), "bin", File.separatorChar == '/' ? "mvn" : "mvn.cmd")
                        .toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "--offline",
                "-Daether.offline.protocols=file",
                "-Dmaven.repo.local=" + REPOSITORY,
                "--settings",
                settings.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("ROWAN_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int status = builder.start().waitFor();
        return new Outcome(status, Files.readString(log));
    }

    @Test
    void aBuildMigratesGeneratesAndCompiles() throws Exception {
        file("pom.xml", pom());
        file("migrations/V1__create_users.up.sql", "create table \"users\" (\"id\" bigint primary key);");
        file("migrations/V1__create_users.down.sql", "drop table \"users\";");
        file("src/main/java/shop/Program.java", """
                package shop;

                import static shop.db.Users.USER;

                public final class Program {
                    public static final Object ID = USER.ID;
                }
                """);

        Outcome compiled = maven("compile", "rowan:migrate", "rowan:status", "rowan:undo");

        assertThat(compiled.status()).as(compiled.log()).isZero();
        assertThat(compiled.log())
                .contains("3 written, 0 unchanged.", "applied 1 create users", "undone 1 create users")
                .doesNotContain("SLF4J");
        try (Stream<Path> classes = Files.walk(project.resolve("target/classes"))) {
            assertThat(classes).anyMatch(path -> path.endsWith(Path.of("shop", "db", "Users.class")));
        }

        Outcome failed = maven("rowan:status", "-Drowan.url=jdbc:nowhere:shop");

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.log()).contains("jdbc:nowhere:shop").doesNotContain("Caused by", "\tat ");
    }

    private static String pom() {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <properties>
                    <rowan.url>jdbc:h2:./target/shop</rowan.url>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>dev.rowan</groupId>
                      <artifactId>rowan-dsl-dialects</artifactId>
                      <version>0.1.0-SNAPSHOT</version>
                    </dependency>
                    <dependency>
                      <groupId>org.jspecify</groupId>
                      <artifactId>jspecify</artifactId>
                      <version>%s</version>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-resources-plugin</artifactId>
                        <version>%s</version>
                      </plugin>
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <version>%s</version>
                      </plugin>
                      <plugin>
                        <groupId>dev.rowan</groupId>
                        <artifactId>rowan-dsl-maven-plugin</artifactId>
                        <version>0.1.0-SNAPSHOT</version>
                        <executions>
                          <execution>
                            <goals>
                              <goal>generate</goal>
                            </goals>
                            <configuration>
                              <url>jdbc:h2:mem:</url>
                              <packageName>shop.db</packageName>
                              <scripts>migrations</scripts>
                            </configuration>
                          </execution>
                        </executions>
                        <dependencies>
                          <dependency>
                            <groupId>com.h2database</groupId>
                            <artifactId>h2</artifactId>
                            <version>%s</version>
                          </dependency>
                        </dependencies>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(
                        System.getProperty("jspecify.version"),
                        System.getProperty("resources.version"),
                        System.getProperty("compiler.version"),
                        System.getProperty("h2.version"));
    }
}
