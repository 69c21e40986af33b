package dev.rowan.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TpchQueriesTest {
    @Test
    void allTwentyTwoAreThere() {
        assertThat(TpchQueries.ALL.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 22).boxed().toList());
    }
}
