package dev.rowan.expression;

import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Null is explicit, and the empty list has a meaning. */
class NullAndEmptyTest {
    private static final Long NO_NUMBER = null;
    private static final String NO_TEXT = null;

    private static void assertNamesIsNull(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("isNull()");
    }

    @Test
    void nullVariableInComparisonNamesIsNull() {
        assertNamesIsNull(() -> ORDER.USER_ID.eq(NO_NUMBER));
        assertNamesIsNull(() -> ORDER.USER_ID.ne(NO_NUMBER));
        assertNamesIsNull(() -> ORDER.USER_ID.gt(NO_NUMBER));
        assertNamesIsNull(() -> ORDER.NOTE.eq(NO_TEXT));
        assertNamesIsNull(() -> ORDER.NOTE.like(NO_TEXT));
        assertNamesIsNull(() -> ORDER.USER_ID.between(NO_NUMBER, NO_NUMBER));
    }

    @Test
    void nullInAListIsRejected() {
        assertNamesIsNull(() -> ORDER.USER_ID.in(Arrays.asList(1L, null)));
        assertNamesIsNull(() -> ORDER.USER_ID.notIn(Arrays.asList(1L, null)));
        assertNamesIsNull(() -> ORDER.USER_ID.notIn(1, NO_NUMBER));
        assertNamesIsNull(() -> ORDER.NOTE.in("a", NO_TEXT));
    }

    @Test
    void emptyInIsFalseAndEmptyNotInIsTrue() {
        assertThat(ORDER.USER_ID.in(List.of())).isEqualTo(Truth.FALSE);
        assertThat(ORDER.USER_ID.notIn(List.of())).isEqualTo(Truth.TRUE);
    }

    @Test
    void notInOfSubqueryThatCanYieldNullIsRejected() {
        assertThatThrownBy(() -> USER.ID.notIn(select(USER.REFERRER_ID).from(USER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("isNotNull()");
    }

    @Test
    void numberOutOfTheColumnsRangeIsNotNarrowed() {
        BoundValue<?> bound = BoundValue.ofNumber(dev.rowan.type.SqlType.INTEGER, 5_000_000_000L);

        assertThat(bound.value()).isEqualTo(5_000_000_000L);
        assertThat(bound.type()).isEqualTo(dev.rowan.type.SqlType.BIGINT);
    }

    @Test
    void boundValueDoesNotShowItself() {
        assertThat(USER.EMAIL.eq("secret@example.org").toString()).doesNotContain("secret");
    }
}
