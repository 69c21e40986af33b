package dev.rowan.dialect.tag;

import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import org.junit.jupiter.api.Test;

final class H2TagTest extends TagContract {
    @Override
    PoolConfig newDatabase() {
        return PoolConfig.of("jdbc:h2:mem:tagged;DATABASE_TO_LOWER=TRUE");
    }

    @Test
    void tagsThatGoWithRequestsAreFoundOut() {
        try (Database crowded = Database.connect("jdbc:h2:mem:crowded")) {
            for (int i = 0; i < 1_000; i++) {
                crowded.tagged("route", "orders/" + i);
            }

            assertThatThrownBy(() -> crowded.tagged("route", "orders/1000"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("at most 1000 different tags")
                    .hasMessageContaining("/*route='orders%2F1000'*/")
                    .hasMessageContaining("the pattern of a route");
            assertThat(crowded.tagged("route", "orders/7")
                            .render(select().from(USER))
                            .text())
                    .endsWith("/*route='orders%2F7'*/");
        }
    }
}
