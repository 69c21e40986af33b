package dev.rowan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the byte code does not show. */
class SourcesTest {
    private static final int MOST_LINES_OF_CODE = 400;
    private static final Pattern DATABASE = Pattern.compile(
            "\\b(h2|postgres|postgresql|pg|mysql|mariadb|sqlite|duckdb|trino|oracle|mssql|db2)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void noFileIsLong() throws IOException {
        for (Path file : sources("/src/")) {
            long lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(SourcesTest::isCode)
                    .count();

            assertThat(lines).as(file.toString()).isLessThanOrEqualTo(MOST_LINES_OF_CODE);
        }
    }

    @Test
    void noBlockIsSynchronized() throws IOException {
        for (Path file : sources("/src/main/")) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("synchronized");
        }
    }

    /** Only Javadoc may name one, where it tells users of differences. */
    @Test
    void noLineOfTheCoreNamesADatabase() throws IOException {
        for (Path file : sources("/dsl-core/src/main/")) {
            boolean inJavadoc = false;
            for (String line : Files.readAllLines(file)) {
                inJavadoc |= line.strip().startsWith("/**");
                if (!inJavadoc) {
                    assertThat(DATABASE.matcher(line).find())
                            .as("%s names a database: %s", file, line.strip())
                            .isFalse();
                }
                inJavadoc &= !line.contains("*/");
            }
        }
    }

    private static boolean isCode(String line) {
        return !line.isEmpty() && !line.startsWith("*") && !line.startsWith("/*") && !line.startsWith("//");
    }

    private static List<Path> sources(String part) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> file.toString().contains(part))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(50);
            return sources;
        }
    }
}
