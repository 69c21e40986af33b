package dev.rowan.bench;

/** A row of {@link Customers}. */
public record Customer(long id, String name, String country) {}
