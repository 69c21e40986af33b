package dev.rowan.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A row of {@link Orders}, with its items. */
public record Order(long id, String customer, LocalDate placedOn, BigDecimal total, List<Item> items) {}
