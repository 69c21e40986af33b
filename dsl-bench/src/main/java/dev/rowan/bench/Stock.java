package dev.rowan.bench;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A row of {@link Stocks}. */
public record Stock(long id, String product, int pieces, BigDecimal price, LocalDate countedOn, long shelf) {}
