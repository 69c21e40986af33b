package dev.rowan.bench;

/** A statement as it would be written by hand. */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and a list would cost more
public record TextAndBinds(String text, Object[] binds) {}
