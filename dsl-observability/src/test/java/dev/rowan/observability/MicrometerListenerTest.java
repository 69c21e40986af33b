package dev.rowan.observability;

import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class MicrometerListenerTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    private Timer timer(String... tags) {
        return registry.get("db.client.operation.duration").tags(tags).timer();
    }

    @Test
    void statementsAreTimedByWhatTheyDoToWhichTable() {
        try (Database db = Shop.open("timed")) {
            Database timed = db.withListener(new MicrometerListener(registry));

            timed.fetch(select().from(USER));
            timed.fetch(select().from(USER).where(USER.ID.eq(1)));
            timed.execute(update(USER).set(USER.NAME, "Anna").everyRow());

            Timer reads = timer(
                    "db.operation.name", "select",
                    "db.collection.name", "users",
                    "db.system.name", "h2database",
                    "error.type", "none");
            assertThat(reads.count()).isEqualTo(2);
            assertThat(reads.totalTime(TimeUnit.NANOSECONDS)).isPositive();
            assertThat(timer("db.operation.name", "update").count()).isEqualTo(1);
            assertThat(registry.getMeters()).hasSize(2);
        }
    }

    @Test
    void failuresAreTimedByTheirCode() {
        try (Database db = Shop.open("failed")) {
            Database timed = db.withListener(new MicrometerListener(registry));

            assertThatThrownBy(() -> timed.execute(Shop.ann())).isInstanceOf(QueryException.class);

            assertThat(timer("db.operation.name", "insert", "error.type", "23505")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void schemaOfATenantIsNoTag() {
        try (Database db = Shop.open("tenants")) {
            Database timed = db.withListener(new MicrometerListener(registry));

            for (int tenant = 0; tenant < 5; tenant++) {
                Database its = timed.withSchema("tenant" + tenant);
                assertThatThrownBy(() -> its.fetch(select().from(USER))).isInstanceOf(QueryException.class);
            }

            assertThat(registry.getMeters()).hasSize(1);
            assertThat(timer("db.collection.name", "users").count()).isEqualTo(5);
        }
    }
}
