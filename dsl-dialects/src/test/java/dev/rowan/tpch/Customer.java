package dev.rowan.tpch;

import java.math.BigDecimal;

/** One who orders. */
public record Customer(
        long cCustkey,
        String cName,
        String cAddress,
        long cNationkey,
        String cPhone,
        BigDecimal cAcctbal,
        String cMktsegment,
        String cComment) {}
