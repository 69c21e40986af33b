package dev.rowan.soak;

/** A number that is written once, by one transaction. */
record Entry(long id, String body) {}
