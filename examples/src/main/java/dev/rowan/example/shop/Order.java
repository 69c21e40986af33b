package dev.rowan.example.shop;

import dev.rowan.row.Many;
import org.jspecify.annotations.Nullable;

/** What a user ordered at once. */
public record Order(
        long id,
        long userId,
        OrderStatus status,
        int totalInCents,
        @Nullable String discountCode,
        Many<OrderItem> items) {

    /** One that has just been placed, and has no number yet. */
    static Order of(long user, int totalInCents, @Nullable String discountCode) {
        return new Order(0, user, OrderStatus.PENDING, totalInCents, discountCode, Many.unloaded());
    }
}
