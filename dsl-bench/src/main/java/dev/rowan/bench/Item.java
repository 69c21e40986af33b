package dev.rowan.bench;

import java.math.BigDecimal;

/** A row of {@link Items}. */
public record Item(long id, long orderId, String product, int quantity, BigDecimal price) {}
