package dev.rowan.tpch;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An order of a customer. */
public record TpchOrder(
        long oOrderkey,
        long oCustkey,
        String oOrderstatus,
        BigDecimal oTotalprice,
        LocalDate oOrderdate,
        String oOrderpriority,
        String oClerk,
        int oShippriority,
        String oComment) {}
