package dev.rowan.example.shop;

/** How far an order has come. */
public enum OrderStatus {
    PENDING,
    PAID,
    SHIPPED
}
