package dev.rowan.shop;

import dev.rowan.row.One;

/** A product in an order. */
public record LineItem(long id, long orderId, long productId, int quantity, One<Order> order, One<Product> product) {}
