package dev.rowan.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ten thousand virtual threads of JDK 25, named by {@code JAVA_25_HOME} or beside this one, finish on a pool of ten, and none is pinned in a call of Rowan's. */
final class VirtualThreadsTest {
    @Test
    void tenThousandVirtualThreadsFinishOnAPoolOfTen() throws Exception {
        Optional<Path> home = java25();
        assumeTrue(home.isPresent(), "no JDK 25 beside this one, and JAVA_25_HOME is not set");

        Process process = new ProcessBuilder(
                        home.orElseThrow().resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        VirtualThreads.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("sum 49995000, active 0, pinned by rowan 0");
    }

    private static Optional<Path> java25() throws IOException {
        String named = System.getenv("JAVA_25_HOME");
        Path beside = Path.of(System.getProperty("java.home")).toRealPath().getParent();
        try (Stream<Path> homes = Files.list(beside)) {
            List<Path> all =
                    Stream.concat(Stream.ofNullable(named).map(Path::of), homes).toList();
            for (Path home : all) {
                Path release = home.resolve("release");
                if (Files.isRegularFile(release) && Files.readString(release).contains("JAVA_VERSION=\"25")) {
                    return Optional.of(home);
                }
            }
        }
        return Optional.empty();
    }
}
