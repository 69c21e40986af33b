package dev.rowan.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlSummaryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select extract(year from \"orders\".\"created_at\"), count(*) from \"orders\"",
                "select \"orders\".\"a\" is distinct from \"orders\".\"b\" from \"orders\"",
                "select 'from users' from \"orders\""
            })
    void fromThatNamesNoTableIsNone(String sql) {
        assertThat(SqlSummary.of(sql)).isEqualTo("select orders");
    }

    @Test
    void writeNamesItsTable() {
        assertThat(SqlSummary.of("update \"orders\" set \"year\" = extract(year from \"day\")"))
                .isEqualTo("update orders");
    }
}
