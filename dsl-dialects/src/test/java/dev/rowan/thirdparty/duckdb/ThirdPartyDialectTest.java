package dev.rowan.thirdparty.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a dialect made elsewhere costs, and what it gets. */
final class ThirdPartyDialectTest {
    private static final Path SOURCES = Path.of("src/test/java/dev/rowan/thirdparty/duckdb");

    /** What no dialect can write, for it is the driver that begins transactions. */
    private static final Set<Feature> OF_THE_DRIVER =
            EnumSet.of(Feature.SERIALIZABLE, Feature.READ_ONLY_TRANSACTION, Feature.DEFERRED_CONSTRAINTS);

    @Test
    void fourOfFiveFeaturesAreSupported() {
        DuckDbDialect dialect = new DuckDbDialect(2, 0);

        List<Feature> refused = Arrays.stream(Feature.values())
                .filter(feature -> dialect.support(feature) == Support.REFUSED)
                .filter(feature -> !OF_THE_DRIVER.contains(feature))
                .toList();

        assertThat(refused).hasSizeLessThanOrEqualTo(Feature.values().length / 5);
    }

    @Test
    void dialectAndItsContractTestHaveFewerThan300Lines() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            long lines = 0;
            for (Path file : files.filter(file -> !file.endsWith("ThirdPartyDialectTest.java"))
                    .toList()) {
                lines += Files.readAllLines(file).size();
            }

            assertThat(lines).isBetween(100L, 299L);
        }
    }
}
