package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on drivers names tests that are there. */
final class DriversTableTest {
    private static final Path PAGE = Path.of("..", "docs", "drivers.md");
    private static final Pattern NAME = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final String TEST_OF_A_NAME = "@(?:Test|ParameterizedTest)[^{;]*?\\bvoid\\s+%s\\(";

    @Test
    void everyRowNamesTestsThatExist() throws IOException {
        Map<String, String> sources = sources();
        List<String> rows = rows();

        assertThat(rows).hasSizeGreaterThan(20);
        for (String row : rows) {
            String[] cells = row.split("(?<!\\\\)\\|", -1);
            assertThat(cells).as(row).hasSize(5);
            Matcher names = NAME.matcher(cells[3]);
            int found = 0;
            while (names.find()) {
                found++;
                assertThat(sources).as(row).containsKey(names.group(1));
                assertThat(sources.get(names.group(1)))
                        .as("%s, which this row names: %s", names.group(), row)
                        .containsPattern(TEST_OF_A_NAME.formatted(names.group(2)));
            }
            assertThat(found).as("tests that this row names: %s", row).isPositive();
        }
    }

    /** The lines of the tables, without those that name and underline the columns. */
    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("| What happens") && !line.startsWith("|-"))
                .toList();
    }

    /** The text of each class of the tests, by its name. */
    static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("dsl-core", "dsl-dialects", "dsl-trino-tests")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.put(name, Files.readString(file));
                }
            }
        }
        return sources;
    }
}
