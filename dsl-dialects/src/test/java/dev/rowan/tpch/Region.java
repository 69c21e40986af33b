package dev.rowan.tpch;

/** A part of the world. */
public record Region(long rRegionkey, String rName, String rComment) {}
