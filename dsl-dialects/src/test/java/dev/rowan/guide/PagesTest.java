package dev.rowan.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page shows Java that is compiled, and points at what is there. */
final class PagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    /** Where the Java of the pages stands; whitespace apart. */
    private static final String COMPILED = Stream.of(
                    "dsl-core/src/test/java",
                    "dsl-dialects/src/test/java",
                    "dsl-tools/src/test",
                    "dsl-spring/src/test/java",
                    "dsl-observability/src/test/java",
                    "examples/src/main/java")
            .map(ROOT::resolve)
            .flatMap(PagesTest::files)
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> bare(read(file)))
            .collect(Collectors.joining("\n"));

    static List<Path> pages() {
        return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve), files(ROOT.resolve("docs")))
                .filter(file -> file.toString().endsWith(".md"))
                .sorted()
                .toList();
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without whitespace, comments at the ends of lines, and the words that a page may leave out. */
    private static String bare(String code) {
        return code.replaceAll("(?m) //.*$", "").replaceAll("\\b(return|static) |\\s", "");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaIsCompiled(Path page) {
        assertThat(JAVA.matcher(read(page)).results().map(block -> block.group(1)))
                .allSatisfy(block -> assertThat(COMPILED.contains(bare(block)))
                        .as("%s", block)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksResolve(Path page) {
        assertThat(LINK.matcher(read(page)).results().map(link -> link.group(1)))
                .filteredOn(link -> !link.startsWith("https://"))
                .allSatisfy(link -> {
                    String[] parts = link.split("#", 2);
                    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                    assertThat(target).exists();
                    if (parts.length == 2) {
                        assertThat(anchors(target)).contains(parts[1]);
                    }
                });
    }

    private static List<String> anchors(Path page) {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(read(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
