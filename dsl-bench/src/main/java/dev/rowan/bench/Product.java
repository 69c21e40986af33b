package dev.rowan.bench;

import java.math.BigDecimal;

/** A row of {@link Products}. */
public record Product(long id, String name, BigDecimal cost) {}
