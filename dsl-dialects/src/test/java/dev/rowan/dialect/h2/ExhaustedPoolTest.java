package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A pool without a free connection is an error of its own kind. */
class ExhaustedPoolTest {

    @Test
    void callerThatWaitsTooLongIsToldOfTheConnection() {
        PoolConfig config =
                PoolConfig.of("jdbc:h2:mem:exhausted").withSize(1, 1).withConnectionTimeout(Duration.ofMillis(250));
        try (Database db = Database.connect(config)) {
            assertThatThrownBy(() ->
                            db.transaction(tx -> CompletableFuture.supplyAsync(() -> db.fetch(select().from(USER)))
                                    .join()))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            QueryException.class,
                            e -> org.assertj.core.api.Assertions.assertThat(e.kind())
                                    .isEqualTo(QueryException.Kind.POOL_TIMEOUT));
        }
    }
}
