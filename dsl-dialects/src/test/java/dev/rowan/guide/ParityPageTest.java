package dev.rowan.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/parity.md} names tests that exist, in every row that declines nothing. */
final class ParityPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!\\|)([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Contract|Transactions))(?:\\.(\\w+))?`");

    @Test
    void testsThatAreNamedExist() throws IOException {
        Map<String, String> sources = sources();

        assertThat(ROW.matcher(Files.readString(ROOT.resolve("docs/parity.md"))).results())
                .filteredOn(row -> !row.group(2).equals("What"))
                .hasSizeGreaterThan(200)
                .allSatisfy(row -> {
                    assertThat(row.group(3)).containsPattern("^declined|`\\w+(Test|Contract)");
                    assertThat(NAMED.matcher(row.group(3)).results()).allSatisfy(named -> exists(named, sources));
                });
    }

    private static void exists(MatchResult named, Map<String, String> sources) {
        assertThat(sources).containsKey(named.group(1));
        if (named.group(2) != null) {
            assertThat(sources.get(named.group(1))).contains("void " + named.group(2) + "(");
        }
    }

    /** The sources of all tests, by the names of their classes. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 12)) {
            return files.filter(file -> file.toString().contains("src/test/java")
                            && file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ParityPageTest::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
