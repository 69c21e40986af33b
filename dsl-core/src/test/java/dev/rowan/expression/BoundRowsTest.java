package dev.rowan.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BoundRowsTest {
    private static final SqlType<List<String>> TEXTS = SqlType.array(SqlType.TEXT);
    private static final List<SqlType<?>> TYPES = List.of(SqlType.BIGINT, SqlType.TEXT);

    private static @Nullable Object[][] rows() {
        return new @Nullable Object[][] {{1L, "Ann"}, {2L, null}};
    }

    private static List<List<Expression<?>>> values() {
        return List.of(
                List.of(new BoundValue<>(SqlType.BIGINT, 1L), new BoundValue<>(SqlType.TEXT, "Ann")),
                List.of(new BoundValue<>(SqlType.BIGINT, 2L), new BoundValue<@Nullable String>(SqlType.TEXT, null)));
    }

    @Test
    void sayWhatTheirValuesWouldSay() {
        assertThat(BoundRows.of(TYPES, rows())).isEqualTo(values());
        assertThat(BoundRows.ifValues(TYPES, values())).isEqualTo(values());
        assertThat(BoundRows.of(TYPES, rows()).ofRows(List.of(1))).isEqualTo(values().subList(1, 2));
    }

    @Test
    void areNoneOfExpressionsAndOfOtherTypes() {
        List<Expression<?>> computed = List.of(values().get(0).get(0), Functions.lower(Functions.value("ANN")));
        assertThat(BoundRows.ifValues(TYPES, List.of(values().get(0), computed)))
                .isNull();
        assertThat(BoundRows.ifValues(List.of(SqlType.INTEGER, SqlType.TEXT), values()))
                .isNull();
    }

    @Test
    void doNotChangeWithListsThatWereGiven() {
        List<String> tags = new ArrayList<>(Arrays.asList("new", null));
        BoundRows rows = BoundRows.of(List.of(TEXTS), new @Nullable Object[][] {{tags}});
        tags.set(0, "old");
        assertThat(rows.value(0, 0)).isEqualTo(Arrays.asList("new", null));
        assertThatThrownBy(() -> ((List<?>) rows.value(0, 0)).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
