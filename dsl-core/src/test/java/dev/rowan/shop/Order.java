package dev.rowan.shop;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import org.jspecify.annotations.Nullable;

/** An order of a user. */
public record Order(
        long id,
        @Nullable String note,
        long userId,
        OrderStatus status,
        int totalInCents,
        Many<LineItem> lineItems,
        One<User> customer) {}
