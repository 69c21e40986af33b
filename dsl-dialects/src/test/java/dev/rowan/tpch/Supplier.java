package dev.rowan.tpch;

import java.math.BigDecimal;

/** One who sells parts. */
public record Supplier(
        long sSuppkey,
        String sName,
        String sAddress,
        long sNationkey,
        String sPhone,
        BigDecimal sAcctbal,
        String sComment) {}
