package dev.rowan.example.shop;

/** What is sold, and how many there are. */
public record Product(long id, String name, int priceInCents, int stock) {}
