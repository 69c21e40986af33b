package dev.rowan.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommentTest {

    @Test
    void tagsAreSortedAndEncoded() {
        assertThat(SqlComment.of(Map.of("route", "/orders/{id}", "app", "shop-1.2_~")))
                .hasToString("/*app='shop-1.2_~',route='%2Forders%2F%7Bid%7D'*/");
        assertThat(SqlComment.of(Map.of("a", "ä€😀\n\0"))).hasToString("/*a='%C3%A4%E2%82%AC%F0%9F%98%80%0A%00'*/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ drop table users --",
                "'*/",
                "\\'",
                "!50000 select 1",
                "+ INDEX(a b)",
                "?",
                ":name",
                "%",
                "{fn now()}"
            })
    void noValueEndsTheComment(String value) {
        assertThat(SqlComment.of(Map.of("a", value)).toString()).matches("/\\*a='[A-Za-z0-9%._~-]*'\\*/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "+", "A", "1a", "a b", "a'", "a*/", "ä", "a=", "_a", "a-b"})
    void keyIsAWord(String key) {
        assertThatThrownBy(() -> SqlComment.of(Map.of(key, "value")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small letters");
    }

    @Test
    void lengthsAreLimited() {
        assertThat(SqlComment.of(Map.of("a".repeat(50), "v".repeat(200))).toString())
                .hasSize(50 + 200 + 7);
        assertThatThrownBy(() -> SqlComment.of(Map.of("a".repeat(51), "v"))).hasMessageContaining("at most 50");
        assertThatThrownBy(() -> SqlComment.of(Map.of("a", "v".repeat(201))))
                .hasMessageContaining("at most 200 characters, got 201 for a");
        assertThatThrownBy(() -> SqlComment.of(Map.of())).hasMessageContaining("got none");
    }
}
