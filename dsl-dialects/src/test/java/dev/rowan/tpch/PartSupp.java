package dev.rowan.tpch;

import java.math.BigDecimal;

/** A part as one of its suppliers has it. */
public record PartSupp(long psPartkey, long psSuppkey, int psAvailqty, BigDecimal psSupplycost, String psComment) {}
