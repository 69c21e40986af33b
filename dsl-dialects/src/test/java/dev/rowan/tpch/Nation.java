package dev.rowan.tpch;

/** A nation, which lies in a region. */
public record Nation(long nNationkey, String nName, long nRegionkey, String nComment) {}
