package dev.rowan.shop;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import org.jspecify.annotations.Nullable;

/** A customer. */
public record User(
        long id,
        String name,
        String email,
        boolean active,
        @Nullable Long referrerId,
        Many<Order> orders,
        One<User> referrer) {}
