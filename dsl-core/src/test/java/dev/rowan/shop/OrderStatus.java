package dev.rowan.shop;

/** How far an order has come. */
public enum OrderStatus {
    /** Not paid yet. */
    PENDING,
    /** Paid. */
    PAID,
    /** On its way. */
    SHIPPED
}
