package dev.rowan.dialect.mariadb;

import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.Dialect;
import org.junit.jupiter.api.Test;

/** The derived table that a limit in a subquery needs sees no columns of the outer query. */
final class MariaDbLimitsTest {
    private final Dialect dialect = new MariaDbDialect(11, 4);

    @Test
    void limitedSubqueryOfInThatReadsTheOuterQueryIsRefused() {
        var query = select(USER.ID)
                .from(USER)
                .where(USER.ID.in(select(ORDER.USER_ID)
                        .from(ORDER)
                        .where(ORDER.USER_ID.eq(USER.ID))
                        .limit(1)));

        assertThatThrownBy(() -> dialect.render(query))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("limit in the subquery of in")
                .hasMessageContaining("users.id");
    }

    @Test
    void limitedSubqueryMayHoldSubqueriesThatReadItsOwnTables() {
        var other = alias(USER, "other");
        var query = select(USER.ID)
                .from(USER)
                .where(USER.ID.in(select(ORDER.USER_ID)
                        .from(ORDER)
                        .where(exists(select().from(other).where(other.ID.eq(ORDER.USER_ID))))
                        .limit(1)))
                .where(USER.ID.gt(0));

        assertThat(dialect.render(query).text())
                .isEqualTo("select `users`.`id` from `users` where `users`.`id` in (select * from (select"
                        + " `orders`.`user_id` from `orders` where exists (select 1 from `users` as `other` where"
                        + " `other`.`id` = `orders`.`user_id`) limit ?) as `d`) and `users`.`id` > ?");
    }
}
