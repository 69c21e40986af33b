package dev.rowan.tpch;

import java.math.BigDecimal;

/** Something that is sold. */
public record Part(
        long pPartkey,
        String pName,
        String pMfgr,
        String pBrand,
        String pType,
        int pSize,
        String pContainer,
        BigDecimal pRetailprice,
        String pComment) {}
