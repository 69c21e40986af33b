package dev.rowan.observability;

import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.shop.Order;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/observability.md}. */
final class ObservabilityPageTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final OpenTelemetry openTelemetry = OpenTelemetry.noop();

    @Test
    void listenersAndTagsAreOfHandles() {
        try (Database db = Shop.open("page")) {
            LiveSchema.of(db).create(ORDER);
            Database timed = db.withListener(new MicrometerListener(registry));
            Database traced =
                    db.withListener(OpenTelemetryListener.of(openTelemetry).withNamespace("shop"));
            Database listing = db.tagged("route", "orders.list").tagged("app", "shop");
            List<Order> orders = listing.fetch(select().from(ORDER));

            assertThat(orders).isEmpty();
            assertThat(timed.fetch(select().from(ORDER))).isEqualTo(traced.fetch(select().from(ORDER)));
            assertThat(registry.getMeters()).hasSize(1);
            assertThat(listing.render(select().from(ORDER)).text()).endsWith(" /*app='shop',route='orders.list'*/");
        }
    }
}
