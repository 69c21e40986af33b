package dev.rowan.query;

import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortSpecTest {
    private static final SortSpec SORTS = SortSpec.of("name", USER.NAME).and("id", USER.ID);

    @Test
    void namesBecomeKeysInTheOrderOfTheRequest() {
        assertThat(SORTS.parse("-id, name")).containsExactly(USER.ID.desc(), USER.NAME.asc());
        assertThat(SORTS.parse("+name")).containsExactly(USER.NAME.asc());
        assertThat(SORTS.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "id,id", "id,-id", ",", "id,", "--id", "id desc", "ID", "id;drop table users"})
    void whatIsNotAllowedIsRefused(String request) {
        assertThatThrownBy(() -> SORTS.parse(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[name, id]");
    }

    @Test
    void namesAreUnique() {
        assertThatThrownBy(() -> SORTS.and("id", USER.EMAIL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SORTS.and("a,b", USER.EMAIL)).isInstanceOf(IllegalArgumentException.class);
    }
}
