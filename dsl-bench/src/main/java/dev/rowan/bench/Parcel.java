package dev.rowan.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of ten columns, of the types that are usual in tables. */
public record Parcel(
        long id,
        String label,
        int pieces,
        boolean fragile,
        double weight,
        BigDecimal price,
        LocalDate sentOn,
        @Nullable String note,
        int priority,
        long ownerId) {}
