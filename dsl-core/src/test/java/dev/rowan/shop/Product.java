package dev.rowan.shop;

/** Something to buy. */
public record Product(long id, String name, int priceInCents, int stock) {}
