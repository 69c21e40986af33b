package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.h2.H2Dialect;
import dev.rowan.dialect.mysql.MySqlDialect;
import dev.rowan.dialect.postgres.PostgresDialect;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The least that each dialect supports: a feature may join a list, and leaves it only with a release note. */
final class FeatureSupportTest {
    private static Set<Feature> supported(Dialect dialect) {
        return Arrays.stream(Feature.values())
                .filter(feature -> dialect.support(feature) != Support.REFUSED)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Feature.class)));
    }

    @Test
    void postgresSupportsEverything() {
        assertThat(supported(new PostgresDialect(18, 6))).containsExactly(Feature.values());
    }

    @Test
    void h2SupportsAtLeastThese() {
        assertThat(supported(new H2Dialect(2, 5)))
                .contains(
                        Feature.NULLS_ORDER,
                        Feature.OFFSET_WITHOUT_LIMIT,
                        Feature.LIMIT_IN_SUBQUERY,
                        Feature.READ_OF_WRITTEN_TABLE,
                        Feature.SIMULTANEOUS_ASSIGNMENT);
    }

    @Test
    void mySqlSupportsAtLeastThese() {
        assertThat(supported(new MySqlDialect(8, 0)))
                .contains(
                        Feature.NULLS_ORDER,
                        Feature.OFFSET_WITHOUT_LIMIT,
                        Feature.LIMIT_IN_SUBQUERY,
                        Feature.READ_OF_WRITTEN_TABLE);
    }
}
