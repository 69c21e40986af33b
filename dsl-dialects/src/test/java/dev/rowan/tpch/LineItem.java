package dev.rowan.tpch;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A part in an order, from one of its suppliers. */
public record LineItem(
        long lOrderkey,
        long lPartkey,
        long lSuppkey,
        int lLinenumber,
        BigDecimal lQuantity,
        BigDecimal lExtendedprice,
        BigDecimal lDiscount,
        BigDecimal lTax,
        String lReturnflag,
        String lLinestatus,
        LocalDate lShipdate,
        LocalDate lCommitdate,
        LocalDate lReceiptdate,
        String lShipinstruct,
        String lShipmode,
        String lComment) {}
