package dev.rowan.example.shop;

import dev.rowan.row.Many;

/** A customer; the hash of the password is not a part of it. */
public record User(long id, String name, String email, Many<Order> orders) {}
